-- The one semantic query: facts by period and split. Temporary inputs:
--   fact(on_date, child_ref, item, numerator, denominator, value, split)  facts that pass the filter; split is a list of labels
--   period_month(place, month)                                           the months of each period; a rolling period has twelve
--   period(place, first_day, last_day)                                   the days of each period
-- Each period has a row for every split value that any fact has: a count of nothing is a row with 0.
with in_period as (
    select p.place, f.*
    from fact as f
    join period_month as pm on pm.month = date_trunc('month', f.on_date)
    join period as p on p.place = pm.place and f.on_date between p.first_day and p.last_day
),

-- A stock is measured at the last position inside a period; other measures take every fact.
counted as (
    select *
    from in_period
    qualify not $stock or on_date = max(on_date) over (partition by place)
),

-- Without a position there is no stock to count, not even nought.
with_row as (
    select place from period
    where not $stock or place in (select place from counted)
),

splits as (
    select distinct split from fact
    union
    select [] where $unsplit
)

select
    w.place,
    s.split,
    count(c.on_date) as facts,
    count(distinct c.child_ref) filter (where $children) as children,
    count(distinct c.item) filter (where $items) as items,
    coalesce(sum(c.numerator), 0) as numerator,
    coalesce(sum(c.denominator), 0) as denominator,
    sum(c.value) as total,
    count(c.value) as measured,
    median(c.value) as median
from with_row as w
cross join splits as s
left join counted as c on c.place = w.place and c.split = s.split
group by w.place, s.split
