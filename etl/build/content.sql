-- What a table holds, whatever the order of its rows: how many they are, and two independent sums over the hash of each.
select
    count(*) as "rows",
    cast(coalesce(sum(cast(hash(t) as hugeint)), 0) as varchar) as one,
    cast(coalesce(sum(cast(hash(t, 1) as hugeint)), 0) as varchar) as other
from $table as t
