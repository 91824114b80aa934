-- The records that the reader could not take, under the sender's row number: $header_row is that of the header, which is record 1.
-- `open`: a quote that swallowed what follows it, or the end of the file.
create or replace temp table ragged as
select
    cast(line as bigint) + $header_row - 1 as row_number,
    case when any_value(error_type) = 'LINE SIZE OVER MAXIMUM' then 'row too long' else 'ragged row' end as rule,
    bool_or(error_type = 'UNQUOTED VALUE' and (contains(csv_line, chr(10)) or len(string_split(csv_line, '"')) % 2 = 0)) as open
from reject_errors
group by line
