/* ---
title: Return interview within 72 hours
question: Is a child who comes back heard within three days?
priority: missing
measure: share-within
nature: flow
numerator: is_in_time
denominator: is_return
unit: percent
better: higher
date: returned_on
splits: [town, age_band, sex, ethnicity_group, missing_from, risk]
covered_by: [police-missing, council-rhi]
chart: xmr
catalogue: MIS-06
owner: Child Exploitation and Missing subgroup
definition: >-
  Of all missing episodes that ended in the period, the share whose return home interview was completed at most 72 hours after
  the child returned. Every return counts, also where no interview was offered, accepted or recorded. Hours are elapsed hours,
  so the nights on which the clocks change count right.
--- */
select
    e.child_ref,
    e.returned_on,
    e.town,
    e.age_band,
    e.sex,
    c.ethnicity_group,
    e.missing_from,
    e.risk,
    1 as is_return,
    case
        when date_diff('second', e.returned_at_utc, i.completed_at_utc) between 0 and 72 * 60 * 60 then 1
        else 0
    end as is_in_time
from missing_episode as e
left join return_interview as i on i.episode_ref = e.episode_ref
left join child as c on c.child_ref = e.child_ref
where e.returned_on is not null
