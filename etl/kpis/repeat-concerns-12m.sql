/* ---
title: Repeat concerns within 12 months
question: How often does a concern about a child follow another, whichever agency raised it?
priority: repeat-concerns
measure: rate
nature: flow
numerator: is_repeat
denominator: is_concern
unit: percent
better: lower
date: started_on
splits: [town, age_band, sex, ethnicity_group, opened_by]
covered_by: [police-ppn, council-contacts, council-referrals]
look_back: 12 months
chart: xmr
catalogue: FD-08
owner: Quality Assurance Group
definition: >-
  A police notice, a contact or a referral about a child opens a concern; whatever any agency sends within 14 days of that first
  event belongs to it. Of all concerns that began in the period, the share where an earlier concern about the same child began
  within the 12 months before. Records of the police and the council are joined for this, so it rests on matching children.
--- */
with dated as (
    select *, lag(started_on) over (partition by child_ref order by started_on) as previous_on
    from concern
)

select
    child_ref,
    started_on,
    town,
    age_band,
    sex,
    ethnicity_group,
    opened_by,
    1 as is_concern,
    case when previous_on >= cast(started_on - interval '12' month as date) then 1 else 0 end as is_repeat
from dated
