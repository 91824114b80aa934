-- Pairs of references that are linked with each other alone, and alone had one child before: nothing about them is in question.
-- Two stable ids of one agency have no edge, so a pair is never refused. Table `settled` out.
create or replace temp table settled as
with partner as (
    select a as ref, b as other from edge
    union
    select b, a from edge
),

lone as (select ref from partner group by ref having count(*) = 1),

held_by_two as (select child_ref from before group by child_ref having count(*) = 2)

select e.a, e.b, min_by(e.method, e.place) as method
from edge as e
join reference as r on r.source_ref = e.a
join reference as s on s.source_ref = e.b and s.had = r.had
where e.a in (select ref from lone)
    and e.b in (select ref from lone)
    and r.had in (select child_ref from held_by_two)
group by e.a, e.b
