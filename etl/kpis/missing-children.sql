/* ---
title: Children missing
question: How many children go missing from home or care?
priority: missing
measure: children
nature: flow
unit: children
better: neither
date: reported_on
splits: [town, age_band, sex, ethnicity_group, missing_from, risk]
covered_by: [police-missing]
chart: xmr
catalogue: MIS-01
owner: Child Exploitation and Missing subgroup
definition: >-
  Counts different children with at least one episode reported to the police in the period. A child missing in two months is
  one child in each month and one child in the year, so months do not add up to years.
published:
  - { period: 2023-24, value: 509, source: Yearly report 2024-25 }
  - { period: 2024-25, value: 395, source: Yearly report 2024-25 }
--- */
select e.child_ref, e.reported_on, e.town, e.age_band, e.sex, c.ethnicity_group, e.missing_from, e.risk
from missing_episode as e
left join child as c on c.child_ref = e.child_ref
