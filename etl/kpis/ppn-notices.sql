/* ---
title: Police notices
question: How many Police Protection Notices are written?
priority: ppn
measure: count
nature: flow
distinct: notice_ref
unit: notices
better: neither
date: created_on
splits: [town, age_band, sex, ethnicity_group, notice_type, risk]
covered_by: [police-ppn]
chart: xmr
catalogue: PPN-01
owner: Harm Reduction Hub
definition: >-
  Counts different Police Protection Notices by the month in which they were written. A notice that names three children is one
  notice. Split by a child's age or town, a notice counts in each group it names a child of, so groups can add up to more.
--- */
select child_ref, notice_ref, created_on, town, age_band, sex, ethnicity_group, notice_type, risk
from ppn
