/* ---
title: What each agency's records say of a child
grain: one row per record of a child, from any agency
owner: Quality Assurance Group
not_null: [child_ref, on_date]
--- */
select child_ref, created_on as on_date, sex, ethnicity_group, town from ppn
union all
select child_ref, reported_on, sex, cast(null as varchar), town from missing_episode
union all
select child_ref, contact_on, sex, ethnicity_group, town from contact
union all
select child_ref, referral_on, sex, ethnicity_group, town from referral
union all
select child_ref, start_on, sex, ethnicity_group, town from cp_plan
union all
select child_ref, census_on, sex, ethnicity_group, town from pupil
