/* ---
title: MACE children without an action plan
question: Who is named as at risk and has no plan?
priority: mace
measure: stock
nature: stock
numerator: has_no_plan
denominator: is_open
unit: percent
better: lower
date: position_on
splits: [exploitation_type, risk, town, age_band, sex, ethnicity_group]
covered_by: [mace-tracker]
chart: run
catalogue: EX-03
owner: Child Exploitation and Missing subgroup
definition: >-
  Of the children open to MACE at the date of a tracker, the share for whom it does not say that an action plan is in place.
  Town is from the latest record of the child, of any agency, up to that date; sex and ethnicity from the latest that says them.
--- */
select child_ref, position_on, exploitation_type, risk, has_no_plan, 1 as is_open, town, age_band, sex, ethnicity_group
from mace_open
