-- The taken rows whose event is outside the period of the file, from $1 to $2: how many, and the first ten of them.
select count(*) as rows, min(cast(row_number as integer), 10) as example_rows
from accepted
where "event date" not between cast($1 as date) and cast($2 as date)
