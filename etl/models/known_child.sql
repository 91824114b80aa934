/* ---
title: Who is known to whom
grain: one row per child and category (police, council, both, all)
owner: Quality Assurance Group
unique: [child_ref, agency]
not_null: [child_ref, agency, known_since]
--- */
with record as (
    select child_ref, created_on as on_date, 'police' as agency from ppn
    union all
    select child_ref, reported_on, 'police' from missing_episode
    union all
    select child_ref, contact_on, 'council' from contact
    union all
    select child_ref, referral_on, 'council' from referral
    union all
    select child_ref, opened_on, 'council' from mace_position
),

first_known as (
    select child_ref, agency, min(on_date) as known_since
    from record
    group by child_ref, agency
)

select child_ref, agency, known_since from first_known
union all
select child_ref, 'both', max(known_since)
from first_known
group by child_ref
having count(*) = 2
union all
select child_ref, 'all', min(known_since)
from first_known
group by child_ref
