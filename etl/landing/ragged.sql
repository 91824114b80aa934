-- The records that the reader could not take, numbered from 1 for the header. `open`: a quote that swallowed what follows it.
select
    cast(line as bigint) as line,
    any_value(error_type) as error,
    bool_or(error_type = 'UNQUOTED VALUE' and contains(csv_line, chr(10))) as open
from reject_errors
group by line
order by line
