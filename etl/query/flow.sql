-- What became of the children on notices that were written from $1 to $2, one row for each label of $by and outcome.
-- $3, $4 and $5 are the last days that the files of contacts, of referrals and of notices cover; what follows counts within 30 days of the notice.
with cohort as (
    select
        *,
        cast(created_on + interval '30' day as date) as until_on
    from ppn
    where created_on between cast($1 as date) and cast($2 as date) and $filter
),

-- The first step after triage that a child on this notice took, by whichever row of the same child and days.
followed as (
    select
        coalesce($by, 'Not known') as label,
        coalesce(n.outcome, case when n.triaged_on is null then 'Not yet triaged' else 'Not known' end) as outcome,
        case when n.triaged_on is null then 0 else 1 end as is_triaged,
        case when n.triaged_on is null then date_diff('day', n.created_on, cast($5 as date)) end as waits,
        case when n.triaged_on is not null and n.outcome = 'Direct referral' then 1 else 0 end as is_sent_on,
        case
            when exists (
                select 1 from contact as c
                where c.child_ref = n.child_ref and c.contact_on between n.created_on and n.until_on
            )
            then 1
            else 0
        end as has_contact,
        case
            when exists (
                select 1 from referral as r
                where r.child_ref = n.child_ref and r.referral_on between n.created_on and n.until_on
            )
            then 1
            else 0
        end as has_referral,
        case when n.until_on > cast($3 as date) then 1 else 0 end as awaits_contact,
        case when n.until_on > cast($4 as date) then 1 else 0 end as awaits_referral
    from cohort as n
)

select
    label,
    outcome,
    count(*) as received,
    sum(is_triaged) as triaged,
    count(*) filter (where waits <= 7) as waits_week,
    count(*) filter (where waits between 8 and 30) as waits_month,
    count(*) filter (where waits > 30) as waits_longer,
    sum(is_sent_on) as sent_on,
    sum(is_sent_on * has_contact) as contacts,
    sum(is_sent_on * (1 - has_contact) * awaits_contact) as contacts_open,
    sum(is_sent_on * has_contact * has_referral) as referrals,
    sum(is_sent_on * has_contact * (1 - has_referral) * awaits_referral) as referrals_open
from followed
group by label, outcome
order by label, outcome
