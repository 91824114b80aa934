-- What is wrong with which row: row_number and the place of the rule. Of a row that stands again only that is said.
create or replace temp table found as
select row_number, rule from faults where row_number not in (select row_number from again)
union all
select row_number, (select place from rules where rule = 'key used twice' and by_reading) from again where conflict
union all
select g.row_number, r.place from ragged as g join rules as r on r.rule = g.rule and r.by_reading
