/* ---
title: Times a child was named on a police notice
question: How often do the police tell us of a child they worry about?
priority: ppn
measure: count
nature: flow
unit: children on notices
better: neither
date: created_on
splits: [town, age_band, sex, ethnicity_group, notice_type, risk]
covered_by: [police-ppn]
chart: xmr
catalogue: PPN-01
owner: Harm Reduction Hub
definition: >-
  Counts a child each time a Police Protection Notice names them, in the month in which the notice was written. A notice that
  names three children counts three times; see "Police notices" for the notices themselves.
--- */
select child_ref, created_on, town, age_band, sex, ethnicity_group, notice_type, risk
from ppn
