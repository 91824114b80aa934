-- Pairs of references that are one child; a lower place is better evidence. Where two stable ids of one agency hold a value, it cannot say
-- which of them is meant, and links neither to another agency. Whoever is sealed has no edge.
with open_event as (select * from event_of where source_ref not in (select source_ref from sealed)),

crosswalk as (
    select a.source_ref as a, b.source_ref as b, count(*) as votes
    from open_event as a
    join open_event as b on a.domain = b.domain and a.event_ref = b.event_ref and a.agency < b.agency
    group by 1, 2
),

clear as (
    select method, value, source_ref, agency, stable
    from (
        select *, count(*) filter (where stable) over (partition by method, value, agency) as stable_ids
        from known_by
    )
    where stable_ids <= 1
),

shared as (
    select a.method, a.source_ref as a, b.source_ref as b, count(*) as votes
    from clear as a
    join clear as b
        on a.method = b.method and a.value = b.value
        and (a.agency < b.agency or (a.agency = b.agency and not (a.stable and b.stable) and a.source_ref < b.source_ref))
    group by 1, 2, 3
)

select 1 as place, 'return interview names the episode' as method, a, b, votes from crosswalk
union all
select case method when 'NHS number' then 2 when 'UPN' then 3 else 4 end, method, a, b, votes from shared
