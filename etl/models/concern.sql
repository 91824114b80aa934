/* ---
title: Concerns
grain: one row per child and start of a concern
owner: Quality Assurance Group
unique: [child_ref, started_on]
not_null: [child_ref, started_on, opened_by]
--- */
-- A notice (by its incident), a contact or a referral opens a concern. What follows within 14 days of that first event
-- belongs to it; the first event after that opens the next one.
with event as (
    select child_ref, incident_on as on_date, 1 as precedence, 'Police notice' as opened_by, age_band, sex, ethnicity_group, town
    from ppn
    union all
    select child_ref, contact_on, 2, 'Contact', age_band, sex, ethnicity_group, town from contact
    union all
    select child_ref, referral_on, 3, 'Referral', age_band, sex, ethnicity_group, town from referral
),

-- A day with several events is described by its notice, else its contact, else its referral.
numbered as (
    select
        *,
        row_number() over (
            partition by child_ref, on_date order by precedence, town, ethnicity_group, sex, age_band
        ) as place
    from event
),

event_day as (
    select
        child_ref, on_date, opened_by, age_band, sex, ethnicity_group, town,
        coalesce(date_diff('day', lag(on_date) over (partition by child_ref order by on_date), on_date), 15) as days_since,
        coalesce(date_diff('day', on_date, lead(on_date) over (partition by child_ref order by on_date)), 15) as days_until
    from numbered
    where place = 1
),

-- A day with no other within 14 days before and after it is a concern by itself; so are most.
near as (
    select *, row_number() over (partition by child_ref order by on_date) as day_number
    from event_day
    where days_since <= 14 or days_until <= 14
),

-- A child's other days as text: 1 for a day with an event and 0 for each without until the next, of which 14 are enough.
calendar as (
    select
        child_ref,
        array_join(array_agg(rpad('1', cast(least(days_until, 15) as integer), '0') order by day_number), '') as days
    from near
    group by child_ref
),

-- A match takes an event's day, the 14 days after it, and the quiet days until the next event; the next match begins there.
-- So each match is a concern. Neither engine could do this step by step without recursion, which Athena lacks.
stretch as (
    select c.child_ref, s.stretch, s.place
    from calendar as c
    cross join unnest(regexp_extract_all(c.days, '1.{14}0*')) with ordinality as s (stretch, place)
),

-- Which of the child's days a match begins with: the one after all that stand in the matches before it.
start as (
    select
        child_ref,
        1 + cast(coalesce(sum(length(replace(stretch, '0', ''))) over (
            partition by child_ref order by place rows between unbounded preceding and 1 preceding
        ), 0) as bigint) as day_number
    from stretch
)

select child_ref, on_date as started_on, opened_by, age_band, sex, ethnicity_group, town
from event_day
where days_since > 14 and days_until > 14
union all
select n.child_ref, n.on_date, n.opened_by, n.age_band, n.sex, n.ethnicity_group, n.town
from start as s
join near as n on n.child_ref = s.child_ref and n.day_number = s.day_number
