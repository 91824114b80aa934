-- The rows that are read and not taken: rejected ones, and those that stand again.
create or replace temp table left_out as
select row_number from again
union
select f.row_number
from faults as f
join rules as r on r.place = f.rule
where r.severity = 'reject'
