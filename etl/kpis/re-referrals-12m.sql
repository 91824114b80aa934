/* ---
title: Re-referrals within 12 months
question: Do children come back after we thought we had helped?
priority: repeat-concerns
measure: rate
nature: flow
numerator: is_repeat
denominator: is_referral
unit: percent
better: lower
date: referral_on
splits: [town, age_band, sex, ethnicity_group, source]
covered_by: [council-referrals]
look_back: 12 months
chart: xmr
catalogue: FD-05
owner: Quality Assurance Group
definition: >-
  Of all referrals to children's social care, the share where the same child was referred before, on or after the same day of the
  year before. 29 February looks back to 28 February. The clock starts at the earlier referral, not when it was closed.
published:
  - { period: 2023-24, value: 25.6, source: 'Department for Education, Children in need' }
  - { period: 2024-25, value: 21.0, source: 'Department for Education, Children in need' }
--- */
with dated as (
    select
        *,
        max(referral_on) over (
            partition by child_ref
            order by referral_on range between unbounded preceding and interval '1' day preceding
        ) as previous_on
    from referral
)

select
    child_ref,
    referral_on,
    town,
    age_band,
    sex,
    ethnicity_group,
    source,
    1 as is_referral,
    case when previous_on >= cast(referral_on - interval '12' month as date) then 1 else 0 end as is_repeat
from dated
