-- Which record of the file the nth row that was read is: the records that were not read leave gaps.
create or replace temp table numbering as
select row_number() over (order by record.line) as nth, record.line
from range(2, (select (select count(*) from read_rows) + (select count(*) from ragged) + 2)) as record(line)
where record.line not in (select cast(line as bigint) from ragged)
