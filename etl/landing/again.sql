-- Sound rows whose key an earlier row of the file has: `conflict` when they say something else than it does.
create or replace temp table again as
select c.row_number, c.content <> f.content as conflict
from sound as c
join (
    select row_key, min(row_number) as first_row, arg_min(content, row_number) as content
    from sound
    group by row_key
    having count(*) > 1
) as f on c.row_key = f.row_key and c.row_number <> f.first_row
