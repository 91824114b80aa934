/* ---
title: Children known to the police and the council
question: How many children do we know of, and how many does more than one agency know?
priority: repeat-concerns
measure: children
nature: flow
unit: children
better: neither
date: known_since
splits: [agency]
unsplit: { agency: all } # the groups overlap, so without the split everyone is asked for
covered_by: [police-ppn, police-missing, council-contacts, council-referrals]
chart: none
owner: Quality Assurance Group
definition: >-
  Counts different children. Police: named on a notice or reported missing. Council: with a contact, a referral or a place on the
  exploitation tracker. Both: known to the police and to the council. All: known to either. Each child is dated by the day on which
  they first came into the group, so a month shows the children newly known and "all" shows everyone. The groups overlap and do not
  add up. It rests on matching children over agencies.
--- */
select child_ref, agency, known_since
from known_child
