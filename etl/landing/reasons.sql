-- The kinds of fault in a file, those that reject first, with how many rows have each and the first ten of them.
select
    r.rule,
    r."column",
    r.severity,
    count(*) as "rows",
    arg_min(r.advice, r.place) as advice,
    min(cast(f.row_number as integer), 10) as example_rows
from found as f
join rules as r on r.place = f.rule
group by r.rule, r."column", r.severity
order by r.severity, count(*) desc, min(f.row_number), min(r.place)
