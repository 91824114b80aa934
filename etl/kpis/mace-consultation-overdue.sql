/* ---
title: MACE consultation overdue
question: Are young people asked what they think, every eight weeks?
priority: mace
measure: stock
nature: stock
numerator: is_consultation_overdue
denominator: is_due_consultation
unit: percent
better: lower
date: position_on
splits: [exploitation_type, risk, town, age_band, sex, ethnicity_group]
covered_by: [mace-tracker]
chart: run
catalogue: EX-08
owner: Child Exploitation and Missing subgroup
definition: >-
  Of the children open to MACE for 56 days or more at the date of a tracker, the share last consulted more than 56 days before it. A
  child never consulted counts from the day of opening.
  Town is from the latest record of the child, of any agency, up to that date; sex and ethnicity from the latest that says them.
--- */
select child_ref, position_on, exploitation_type, risk, is_due_consultation, is_consultation_overdue, town, age_band, sex, ethnicity_group
from mace_open
