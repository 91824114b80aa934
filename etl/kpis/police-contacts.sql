/* ---
title: Police contacts into the front door
question: Is triage changing what the police send to the front door?
priority: ppn
measure: count
nature: flow
unit: contacts
better: neither
date: contact_on
splits: [town, age_band, sex, ethnicity_group, outcome]
covered_by: [council-contacts]
chart: xmr
catalogue: FD-02
owner: Quality Assurance Group
definition: >-
  Counts contacts about a child that the council's front door received from the police; a contact about three children counts
  three times. These are not referrals. Since triage began in September 2024 a notice that triage closes is no longer sent on.
  A fall since then says what is counted, and not that fewer children are at risk.
published:
  - { period: 2023-09 to 2024-03, value: 5368, source: Yearly report 2024-25 }
  - { period: 2024-09 to 2025-03, value: 2866, source: Yearly report 2024-25 }
--- */
select child_ref, contact_on, town, age_band, sex, ethnicity_group, outcome
from contact
where source = 'Police'
