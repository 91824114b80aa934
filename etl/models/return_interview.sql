/* ---
title: Return home interviews
grain: one row per ended missing episode
owner: Child Exploitation and Missing subgroup
unique: [episode_ref]
not_null: [child_ref, episode_ref]
--- */
select
    i.child_ref,
    i.episode_ref,
    i.offered,
    i.accepted,
    i.completed_at_utc
from staged_council_rhi as i
