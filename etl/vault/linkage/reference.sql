-- Each reference once: whose it is, whether its agency keeps it for one child, and the child that it stood for before.
-- View `identity` and table `before` in, table `reference` out.
create or replace temp table reference as
with holder as (
    select source_ref, any_value(agency) as agency, bool_or(local_id is not null) as stable
    from identity
    group by source_ref
)

select h.source_ref, h.agency, h.stable, b.child_ref as had
from holder as h
left join before as b using (source_ref)
