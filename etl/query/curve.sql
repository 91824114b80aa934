-- How long each start was followed, in days, and whether another came: at most $most days, and not beyond the days that files cover.
-- Given before it: covered(day_from, day_to), the stretches of days that all its files cover. $table and $date say what a start is.
, start as (
    select distinct child_ref, $date as started_on, age_band from $table
),

followed as (
    select
        s.started_on,
        s.age_band,
        date_diff('day', s.started_on, lead(s.started_on) over (partition by s.child_ref order by s.started_on)) as until_next,
        date_diff('day', s.started_on, c.day_to) as until_end
    from start as s
    left join covered as c on s.started_on between c.day_from and c.day_to
)

-- Whoever is 16 turns 18 while still followed, on a day that is not known here.
select
    year(started_on) - case when month(started_on) < 4 then 1 else 0 end as year,
    least(coalesce(until_next, $most + 1), until_end, $most) as days,
    coalesce(until_next <= least(until_end, $most), false) as event,
    count(*) as n
from followed
where until_end is not null and coalesce(age_band, '') not in ($too_old)
group by 1, 2, 3
order by 1, 2, 3
