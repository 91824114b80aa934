/* ---
title: Child protection plans
grain: one row per child and start of a plan
owner: Quality Assurance Group
not_null: [child_ref, start_on]
--- */
select
    p.child_ref,
    p.start_on,
    p.end_on, -- null while the plan is open
    p.category,
    p.sex,
    p.ethnicity_group,
    p.town
from staged_council_cp_plans as p
