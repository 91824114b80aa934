/* ---
title: Repeat police notices within 12 months
question: How often is a child on a notice one whom the police told us of before?
priority: ppn
measure: rate
nature: flow
numerator: is_repeat
denominator: is_notice
unit: percent
better: lower
date: created_on
splits: [town, age_band, sex, ethnicity_group, notice_type, risk]
covered_by: [police-ppn]
look_back: 12 months
chart: xmr
catalogue: PPN-04
owner: Harm Reduction Hub
definition: >-
  Of all times a child was named on a notice, the share where another notice about an incident in the 12 months before this
  incident named the same child. Twelve months back to the same day of the month counts; the same day does not.
--- */
with dated as (
    select
        *,
        max(incident_on) over (
            partition by child_ref
            order by incident_on range between unbounded preceding and interval '1' day preceding
        ) as previous_on
    from ppn
)

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
    case when previous_on >= cast(incident_on - interval '12' month as date) then 1 else 0 end as is_repeat
from dated
