-- The rules under which a file is judged, by place; `by_reading` for what is found while reading.
create or replace temp table rules as
select cast(place as integer) as place, rule, "column", severity, advice, by_reading is not null as by_reading
from rules_text
