/* ---
title: Police Protection Notices
grain: one row per child and notice
owner: Harm Reduction Hub
not_null: [child_ref, notice_ref, incident_on, created_on]
--- */
select
    p.child_ref,
    p.notice_ref,
    p.incident_on,
    cast(p.created_at as date) as created_on,
    p.triaged_on,
    p.notice_type,
    p.risk,
    p.outcome,
    p.age_band,
    p.sex,
    p.ethnicity_group,
    p.town
from staged_police_ppn as p
