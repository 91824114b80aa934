/* ---
title: MACE children with special educational needs
question: How many children at risk of exploitation need extra help at school?
priority: mace
measure: stock
nature: stock
numerator: has_sen
denominator: is_open
unit: percent
better: neither
date: position_on
splits: [exploitation_type, risk, town, age_band, sex, ethnicity_group]
covered_by: [mace-tracker]
chart: run
catalogue: EX-05
owner: Child Exploitation and Missing subgroup
definition: >-
  Of the children open to MACE at the date of a tracker, the share with special educational needs: SEN support, or an education,
  health and care plan, says the tracker. Below the city's share of all pupils, it hints at needs that were not recorded.
  Town is from the latest record of the child, of any agency, up to that date; sex and ethnicity from the latest that says them.
published:
  - { period: 2024-25, value: 10, source: 'Yearly report 2024-25, figure 14 (no date given)' }
--- */
select child_ref, position_on, exploitation_type, risk, has_sen, 1 as is_open, town, age_band, sex, ethnicity_group
from mace_open
