/* ---
title: Pupils on roll
grain: one row per pupil of the latest census
owner: Education subgroup
not_null: [child_ref, census_on]
--- */
select
    p.child_ref,
    p.period_to as census_on,
    p.sen,
    p.free_meals,
    p.age_band,
    p.sex,
    p.ethnicity_group,
    p.town
from staged_education_roll as p
