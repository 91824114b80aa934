-- Sound rows whose key an earlier row of the file has: `conflict` when they say something else than it does.
create or replace temp table again as
with suspects as (
    select hash(row_key) as suspect
    from sound
    group by suspect
    having count(*) > 1
),

keyed as (
    select row_number, row_key, content
    from sound
    where hash(row_key) in (select suspect from suspects)
)

select c.row_number, c.content <> f.content as conflict
from keyed as c
join (
    select row_key, min(row_number) as first_row, arg_min(content, row_number) as content
    from keyed
    group by row_key
    having count(*) > 1
) as f on c.row_key = f.row_key and c.row_number <> f.first_row
