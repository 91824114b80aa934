-- The references by which an agency itself knows the children that are asked about. Tables `asked` (child, source_ref) and `own`
-- (source_ref, agency, local_id: what the agency sent) in.
select a.child, min(o.local_id) as reference
from asked as a
join own as o on o.source_ref = a.source_ref
where o.agency = ? and o.local_id is not null
group by a.child, a.source_ref
order by length(reference), reference
