-- Pairs of references that are one child, best evidence first. Where one value is held by two stable ids of one agency
-- it cannot say which of them is meant, and links neither.
with crosswalk as (
    select least(a.source_ref, b.source_ref) as a, greatest(a.source_ref, b.source_ref) as b, count(*) as votes
    from event_of as a
    join event_of as b on a.domain = b.domain and a.event_ref = b.event_ref and a.agency < b.agency
    group by 1, 2
),

clear as (
    select method, value, min(source_ref) as hub
    from known_by
    group by method, value
    having count(distinct source_ref) > 1
        and count(distinct case when stable then source_ref end) = count(distinct case when stable then agency end)
),

shared as (
    select c.method, c.hub as a, k.source_ref as b, count(*) as votes
    from clear as c
    join known_by as k on k.method = c.method and k.value = c.value and k.source_ref <> c.hub
    group by 1, 2, 3
)

select 1 as place, 'return interview names the episode' as method, a, b, votes from crosswalk
union all
select case method when 'NHS number' then 2 when 'UPN' then 3 else 4 end, method, a, b, votes from shared
order by place, votes desc, a, b
