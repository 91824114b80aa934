-- Children by which of the sets they belong to on one day: $1 is the day, $2 the day twelve months before it.
-- A set that is not asked for ($mace, $missing, $notices, $plan are true or false) is empty.
with member as (
    select child_ref, 'mace' as id from mace_open where $mace and position_on = cast($1 as date)
    union all
    select child_ref, 'missing'
    from missing_episode
    where $missing and reported_on > cast($2 as date) and reported_on <= cast($1 as date)
    group by child_ref
    having count(*) >= 3
    union all
    select child_ref, 'notices'
    from ppn
    where $notices and created_on > cast($2 as date) and created_on <= cast($1 as date)
    group by child_ref
    having count(distinct notice_ref) >= 3
    union all
    select distinct child_ref, 'plan'
    from cp_plan
    where $plan and start_on <= cast($1 as date) and (end_on is null or end_on > cast($1 as date))
),

child_sets as (
    select child_ref, array_join(array_agg(id order by id), ',') as sets
    from member
    group by child_ref
)

select sets, count(*) as children
from child_sets
group by sets
order by children desc, sets
