-- The children of one cell, each with every reference that stands for it at any agency. Views `chosen` and `person_map` in.
select m.child_ref as child, m.source_ref
from person_map as m
semi join chosen as c on c.child_ref = m.child_ref
order by m.child_ref, m.source_ref
