-- The rejected rows of a file: number, column, rule, what to do.
select f.row_number as "row", r."column", r.rule, r.advice
from found as f
join rules as r on r.place = f.rule
where r.severity = 'reject'
order by f.row_number, r.place
