/* ---
title: Referrals to children's social care
grain: one row per referral
owner: Quality Assurance Group
unique: [referral_ref]
not_null: [child_ref, referral_ref, referral_on]
--- */
select
    r.child_ref,
    r.referral_ref,
    r.referral_on,
    r.source,
    r.no_further_action,
    r.age_band,
    r.sex,
    r.ethnicity_group,
    r.town
from staged_council_referrals as r
