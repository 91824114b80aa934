/* ---
title: Pupils on roll
grain: one row per pupil of the latest census
owner: Education subgroup
not_null: [child_ref, census_on]
--- */
select
    m.child_ref,
    p.period_to as census_on,
    p.sen,
    p.free_meals,
    p.age_band,
    p.sex,
    p.ethnicity_group,
    p.town
from staged_education_roll as p
left join person_map as m on m.source_ref = p.source_ref
