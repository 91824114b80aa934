/* ---
title: Triaged by the next day
question: Is every notice triaged daily?
priority: ppn
measure: share-within
nature: flow
numerator: is_in_time
denominator: is_notice
unit: percent
better: higher
date: created_on
splits: [town, age_band, sex, ethnicity_group, notice_type, risk]
covered_by: [police-ppn]
starts: 2024-09-01
chart: xmr
catalogue: PPN-03
owner: Harm Reduction Hub
definition: >-
  Of all times a child was named on a notice, the share that was triaged on the day the notice was written or the day after,
  weekends included. Triage began on 1 September 2024: notices written since then are counted. A notice not yet triaged counts as not in time.
--- */
select
    child_ref,
    created_on,
    town,
    age_band,
    sex,
    ethnicity_group,
    notice_type,
    risk,
    1 as is_notice,
    case when date_diff('day', created_on, triaged_on) between 0 and 1 then 1 else 0 end as is_in_time
from ppn
where created_on >= date '2024-09-01'
