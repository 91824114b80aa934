/* ---
title: Children
grain: one row per child, with what the latest record that knows it says
owner: Quality Assurance Group
unique: [child_ref]
not_null: [child_ref]
--- */
-- Not every extract sends sex and ethnicity: the police's missing episodes have no ethnicity, the tracker has neither.
-- Ordered by date and then by value, so that two records of one day always give the same answer.
select
    child_ref,
    max_by(sex, cast(on_date as varchar) || sex) filter (where sex <> 'Not known') as sex,
    max_by(ethnicity_group, cast(on_date as varchar) || ethnicity_group)
        filter (where ethnicity_group <> 'Not known') as ethnicity_group
from child_record
group by child_ref
