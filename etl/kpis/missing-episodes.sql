/* ---
title: Missing episodes
question: How often do children go missing from home or care?
priority: missing
measure: count
nature: flow
unit: episodes
better: neither
date: reported_on
splits: [town, age_band, sex, ethnicity_group, missing_from, risk]
covered_by: [police-missing]
chart: xmr
catalogue: MIS-02
owner: Child Exploitation and Missing subgroup
definition: >-
  Counts every episode of a child reported missing to the police, in the month of the report. A child who goes missing three
  times counts three times. A fall may mean fewer children missing, or fewer reports of them.
published:
  - { period: 2023-24, value: 1810, source: Yearly report 2024-25 }
  - { period: 2024-25, value: 1588, source: Yearly report 2024-25 }
--- */
select e.child_ref, e.reported_on, e.town, e.age_band, e.sex, c.ethnicity_group, e.missing_from, e.risk
from missing_episode as e
left join child as c on c.child_ref = e.child_ref
