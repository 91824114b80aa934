-- The sender's row number of the nth row that was read, counted from 0: the records that were not read leave gaps.
create or replace temp table numbering as
select row_number() over (order by record.row_number) - 1 as nth, record.row_number
from range($header_row + 1, (select (select count(*) from read_rows) + (select count(*) from ragged) + $header_row + 1)) as record(row_number)
where record.row_number not in (select row_number from ragged)
