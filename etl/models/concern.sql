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
        lead(on_date) over (partition by child_ref order by on_date) as next_on
    from numbered
    where place = 1
),

-- A child's days as text, from the first event on: 1 for a day with an event, 0 for one without.
calendar as (
    select
        child_ref,
        min(on_date) as first_on,
        array_join(
            array_agg(rpad('1', cast(coalesce(date_diff('day', on_date, next_on), 15) as integer), '0') order by on_date), ''
        ) as days
    from event_day
    group by child_ref
),

-- A match takes an event's day, the 14 days after it, and the quiet days until the next event; the next match begins there.
-- So each match is a concern. Neither engine could do this step by step without recursion, which Athena lacks.
stretch as (
    select c.child_ref, c.first_on, s.stretch, s.place
    from calendar as c
    cross join unnest(regexp_extract_all(c.days, '1.{14}0*')) with ordinality as s (stretch, place)
),

start as (
    select
        child_ref,
        first_on,
        cast(coalesce(sum(length(stretch)) over (
            partition by child_ref order by place rows between unbounded preceding and 1 preceding
        ), 0) as bigint) as days_later
    from stretch
)

select
    s.child_ref,
    e.on_date as started_on,
    e.opened_by,
    e.age_band,
    e.sex,
    e.ethnicity_group,
    e.town
from start as s
join event_day as e on e.child_ref = s.child_ref and date_diff('day', s.first_on, e.on_date) = s.days_later
