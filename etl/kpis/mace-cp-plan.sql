/* ---
title: MACE children on a child protection plan
question: Are children at risk of exploitation also protected by a plan?
priority: mace
measure: stock
nature: stock
numerator: is_on_cp_plan
denominator: is_open
unit: percent
better: neither
date: position_on
splits: [exploitation_type, risk, town, age_band, sex, ethnicity_group]
covered_by: [mace-tracker, council-cp-plans]
chart: run
catalogue: EX-04
owner: Child Exploitation and Missing subgroup
definition: >-
  Of the children open to MACE at the date of a tracker, the share with a child protection plan open on the same day.
  Town is from the latest record of the child, of any agency, up to that date; sex and ethnicity from the latest that says them.
published:
  - { period: 2024-25, value: 20, source: 'Yearly report 2024-25, figure 14 (no date given)' }
--- */
select child_ref, position_on, exploitation_type, risk, is_on_cp_plan, 1 as is_open, town, age_band, sex, ethnicity_group
from mace_open
