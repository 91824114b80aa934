-- How many rows a file has, how many are taken, and how many are not for which kind of reason. A row that is rejected is not warned about.
with judged as (
    select f.row_number, bool_or(r.severity = 'reject') as rejected
    from found as f
    join rules as r on r.place = f.rule
    group by f.row_number
)

select
    (select count(*) from lines) + (select count(*) from ragged) as "rows",
    (select count(*) from lines) - (select count(*) from left_out) as accepted,
    (select count(*) from judged where rejected) as rejected,
    (select count(*) from again where not conflict) as repeated,
    (select count(*) from judged where not rejected) as warned
