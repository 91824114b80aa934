/* ---
title: Missing episodes
grain: one row per episode
owner: Child Exploitation and Missing subgroup
unique: [episode_ref]
not_null: [child_ref, episode_ref, reported_on]
--- */
select
    e.child_ref,
    e.episode_ref,
    cast(e.reported_at as date) as reported_on,
    cast(e.returned_at as date) as returned_on,
    e.returned_at_utc,
    e.missing_from,
    e.risk,
    e.age_band,
    e.sex,
    e.town
from staged_police_missing as e
