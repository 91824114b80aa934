-- Every reference of the child whom an agency's own references stand for, and whose each is. One that no file that counts has stands alone.
-- Table `own` (agency, source_ref), views `known` (agency, source_ref: all that are kept) and `mapped` (source_ref, child_ref) in.
with same as (
    select m.source_ref
    from mapped as m
    where m.child_ref in (select child_ref from mapped join own using (source_ref))
    union
    select source_ref from own
)

select distinct k.agency, k.source_ref
from known as k
join same as s on s.source_ref = k.source_ref
order by k.agency, k.source_ref
