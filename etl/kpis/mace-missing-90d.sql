/* ---
title: MACE children missing in the last 90 days
question: How many children at risk of exploitation have gone missing lately?
priority: mace
measure: stock
nature: stock
numerator: went_missing
denominator: is_open
unit: percent
better: lower
date: position_on
splits: [exploitation_type, risk, town, age_band, sex, ethnicity_group]
covered_by: [mace-tracker, police-missing]
look_back: 3 months
chart: run
catalogue: XA-01
owner: Child Exploitation and Missing subgroup
definition: >-
  Of the children open to MACE at the date of a tracker, the share with a missing episode reported to the police in the 90 days up to
  then. It joins the council's tracker to the police's episodes, so it rests on matching children.
  Town is from the latest record of the child, of any agency, up to that date; sex and ethnicity from the latest that says them.
--- */
select child_ref, position_on, exploitation_type, risk, went_missing, 1 as is_open, town, age_band, sex, ethnicity_group
from mace_open
