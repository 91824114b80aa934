/* ---
title: Children open to MACE
question: How many children are in the exploitation cohort?
priority: mace
measure: stock
nature: stock
unit: children
better: neither
date: position_on
splits: [exploitation_type, risk, town, age_band, sex, ethnicity_group]
covered_by: [mace-tracker]
chart: run
catalogue: EX-01
owner: Child Exploitation and Missing subgroup
definition: >-
  Counts children open to Multi-Agency Child Exploitation meetings at the date of a tracker: opened on or before it, not closed by
  then. Nothing is known between trackers, so a month without one has no figure.
  Town is from the latest record of the child, of any agency, up to that date; sex and ethnicity from the latest that says them.
--- */
select child_ref, position_on, exploitation_type, risk, town, age_band, sex, ethnicity_group
from mace_open
