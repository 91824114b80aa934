-- References whose child has to be thought about: those that are linked with another, that shared a child with another, or that had
-- none, but for settled pairs. The others keep the child that they had. Table `undecided` out.
create or replace temp table undecided as
with shared as (select child_ref from before group by child_ref having count(*) > 1)

select *
from reference
where (
        had is null
        or had in (select child_ref from shared)
        or source_ref in (select a from edge union all select b from edge)
    )
    and source_ref not in (select a from settled union all select b from settled)
order by source_ref
