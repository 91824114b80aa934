-- The one semantic query: cells by period and split. Given before it, as common table expressions:
--   cell(on_date, split, facts, one, numerator, denominator, total, measured, value)  cells that pass the filter; split is its labels as one text
--   position(on_date)           every date that the KPI's table has, whatever the filter
--   period_month(place, month)  the months of each period; a rolling period has twelve. All time is one period without months
-- Each period has a row for every split value that any cell has: a count of nothing is a row with 0.

-- A stock is measured at the last position inside a period; other measures take every cell.
dated as (
    select pm.place, max(p.on_date) as last_on
    from position as p
    join period_month as pm on $all or pm.month = cast(date_trunc('month', p.on_date) as date)
    group by pm.place
),

counted as (
    select
        pm.place,
        c.split,
        sum(c.facts) as facts,
        count(distinct c.one) filter (where $once) as ones,
        sum(c.numerator) as numerator,
        sum(c.denominator) as denominator,
        sum(c.total) as total,
        sum(c.measured) as measured,
        count(c.value) as valued,
        median(c.value) filter (where $median) as median
    from cell as c
    join period_month as pm on $all or pm.month = cast(date_trunc('month', c.on_date) as date)
    left join dated as d on $stock and d.place = pm.place
    where not $stock or c.on_date = d.last_on
    group by pm.place, c.split
),

-- Without a position there is no stock to count, not even nought.
with_row as (
    select distinct place from period_month
    where not $stock or place in (select place from dated)
),

splits as (
    select distinct split from cell
    union
    select '' where $unsplit
)

select
    w.place,
    s.split,
    cast(coalesce(c.facts, 0) as bigint) as facts,
    coalesce(c.ones, 0) as ones,
    coalesce(c.numerator, 0) as numerator,
    coalesce(c.denominator, 0) as denominator,
    c.total,
    cast(coalesce(c.measured, c.valued, 0) as bigint) as measured,
    c.median
from with_row as w
cross join splits as s
left join counted as c on c.place = w.place and c.split = s.split
