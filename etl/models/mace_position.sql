/* ---
title: Exploitation spells at each position
grain: one row per child, spell and position date
owner: Child Exploitation and Missing subgroup
not_null: [child_ref, position_on, opened_on]
--- */
select
    t.child_ref,
    t.period_to as position_on,
    t.opened_on,
    t.closed_on, -- null while the child is open
    t.exploitation_type,
    t.score,
    t.risk,
    t.has_plan,
    t.last_consulted_on,
    t.sen,
    t.age_band -- at the position date
from staged_mace_tracker as t
