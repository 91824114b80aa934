/* ---
title: What triage decided
question: What becomes of the notices that are triaged?
priority: ppn
measure: count
nature: flow
unit: children on notices
better: neither
date: triaged_on
splits: [outcome, town, age_band, sex, ethnicity_group, notice_type, risk]
covered_by: [police-ppn]
starts: 2024-09-01
chart: xmr
catalogue: PPN-02
owner: Harm Reduction Hub
definition: >-
  Counts each child on a triaged notice, by what triage decided and by the date of triage. Triage began on 1 September 2024.
  Notices not yet triaged are not in this count; see "Triaged by the next day" for how promptly they are.
--- */
select child_ref, triaged_on, outcome, town, age_band, sex, ethnicity_group, notice_type, risk
from ppn
where triaged_on is not null
