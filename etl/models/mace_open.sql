/* ---
title: Children open to MACE at each position
grain: one row per child and position date
owner: Child Exploitation and Missing subgroup
unique: [child_ref, position_on]
not_null: [child_ref, position_on, is_due_consultation, is_consultation_overdue]
--- */
-- The spell opened last stands for a child who is on the tracker twice; the rest of the order leaves no tie.
with spell as (
    select
        *,
        row_number() over (
            partition by child_ref, position_on
            order by opened_on desc, last_consulted_on desc nulls last, score desc nulls last, risk, exploitation_type, has_plan, sen, age_band
        ) as place
    from mace_position
    where opened_on <= position_on and (closed_on is null or closed_on > position_on)
),

open_child as (
    select child_ref, position_on, opened_on, exploitation_type, risk, has_plan, last_consulted_on, sen, age_band
    from spell
    where place = 1
),

on_cp_plan as (
    select distinct o.child_ref, o.position_on
    from open_child as o
    join cp_plan as p
        on p.child_ref = o.child_ref and p.start_on <= o.position_on and (p.end_on is null or p.end_on > o.position_on)
),

went_missing as (
    select distinct o.child_ref, o.position_on
    from open_child as o
    join missing_episode as e
        on e.child_ref = o.child_ref and date_diff('day', e.reported_on, o.position_on) between 0 and 89
),

-- The tracker has no address: where the child lived by the latest record up to the position that knows it.
home as (
    select o.child_ref, o.position_on, max_by(r.town, cast(r.on_date as varchar) || r.town) as town
    from open_child as o
    join child_record as r on r.child_ref = o.child_ref and r.on_date <= o.position_on
    where r.town is not null
    group by o.child_ref, o.position_on
)

select
    o.child_ref,
    o.position_on,
    o.exploitation_type,
    o.risk,
    o.sen,
    o.age_band,
    c.sex,
    c.ethnicity_group,
    h.town,
    case when p.child_ref is not null then 1 else 0 end as is_on_cp_plan,
    case when o.sen in ('SEN support', 'EHC plan') then 1 else 0 end as has_sen,
    case when coalesce(o.has_plan, false) then 0 else 1 end as has_no_plan,
    case when date_diff('day', o.opened_on, o.position_on) >= 56 then 1 else 0 end as is_due_consultation,
    case
        when date_diff('day', o.opened_on, o.position_on) >= 56
            and date_diff('day', coalesce(o.last_consulted_on, o.opened_on), o.position_on) > 56
        then 1
        else 0
    end as is_consultation_overdue,
    case when w.child_ref is not null then 1 else 0 end as went_missing
from open_child as o
left join on_cp_plan as p on p.child_ref = o.child_ref and p.position_on = o.position_on
left join went_missing as w on w.child_ref = o.child_ref and w.position_on = o.position_on
left join home as h on h.child_ref = o.child_ref and h.position_on = o.position_on
left join child as c on c.child_ref = o.child_ref
