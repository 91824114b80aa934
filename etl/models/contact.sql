/* ---
title: Front-door contacts
grain: one row per contact
owner: Quality Assurance Group
unique: [contact_ref]
not_null: [child_ref, contact_ref, contact_on]
--- */
select
    c.child_ref,
    c.contact_ref,
    c.contact_on,
    c.source,
    c.outcome,
    c.age_band,
    c.sex,
    c.ethnicity_group,
    c.town
from staged_council_contacts as c
