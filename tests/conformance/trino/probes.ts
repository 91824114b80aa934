// What the shared functions give where engines have been known to differ. Each is a query of its own.
export const PROBES: [string, string][] = [
  ['whole numbers divided, once they are cast', 'select n, cast(n as double) / 2 as half from number'],
  ['the rest of a division', 'select n, n % 3 as rest, mod(n, -3) as other from number'],
  [
    'rounding of halves',
    'select n, round(cast(n as double) / 2) as whole, ceil(cast(n as double) / 2) as up, floor(cast(n as double) / 2) as down from number',
  ],
  ['a decimal rounded', 'select n, round(cast(n as decimal(18, 3)) / 8, 2) as two from number'],
  ['absolute values', 'select abs(n) as a from number'],
  [
    'sums and averages with nulls',
    'select sum(n) as s, avg(n) as a, count(n) as c, count(*) as all_of_them, min(n) as low, max(n) as high from number',
  ],
  ['a sum of nothing', 'select sum(n) as s, avg(n) as a, count(n) as c from number where n > 100'],
  ['groups with a null key', 'select n % 2 as odd, count(*) as c from number group by n % 2'],
  ['counts of a part', 'select count(*) filter (where n > 0) as c, sum(n) filter (where n > 100) as s from number'],
  [
    'ranks with ties and nulls',
    'select n, rank() over (order by n desc nulls last) as r, dense_rank() over (order by n nulls first) as d from number',
  ],
  [
    'the row before and after',
    'select n, lag(n) over (order by n nulls last) as b, lead(n, 2, -1) over (order by n nulls last) as a from number where n is not null',
  ],
  [
    'first and last of a window',
    'select n, first_value(n) over (order by n rows between unbounded preceding and current row) as f, last_value(n) over (order by n rows between current row and unbounded following) as l from number where n is not null',
  ],
  [
    'a month back and forth',
    "select d, cast(d - interval '1' month as date) as b, cast(d + interval '1' month as date) as f, cast(d - interval '12' month as date) as y, cast(d + interval '90' day as date) as n from day",
  ],
  [
    'the beginning of a period',
    "select d, cast(date_trunc('month', d) as date) as m, cast(date_trunc('quarter', d) as date) as q, cast(date_trunc('year', d) as date) as y, cast(date_trunc('week', d) as date) as w from day",
  ],
  ['days between', "select a.d as a, b.d as b, date_diff('day', a.d, b.d) as days from day as a cross join day as b"],
  [
    'seconds between',
    "select a.t as a, b.t as b, date_diff('second', a.t, b.t) as seconds from time as a cross join time as b",
  ],
  ['parts of a day', 'select d, year(d) as y, month(d) as m, day(d) as n from day'],
  ['the day of a time', 'select t, cast(t as date) as d, cast(cast(t as date) as timestamp) as midnight from time'],
  ['text in order and by length', 'select s, length(s) as l, upper(s) as u, lower(s) as w, trim(s) as t from word'],
  ['a part of a text', "select s, substr(s, 2, 3) as p, substr(s, 1, 1) as f, replace(s, '\"', '') as r from word"],
  [
    'text that stands beside text',
    "select s, s || '-' || s as twice, coalesce(s, 'none') as c, nullif(s, '') as n from word",
  ],
  [
    'text as a pattern',
    "select s, regexp_like(s, '[a-z]+') as l, s like '%e%' as k, s like '\\_%' escape '\\' as e from word",
  ],
  ['text filled up', "select s, rpad(coalesce(s, 'x'), 12, '.') as r from word"],
  ['the least and the greatest text', 'select min(s) as a, max(s) as z from word'],
  ['lists put together', "select array_join(array_agg(s order by s), '|') as a from word where s is not null"],
  [
    'what goes with the greatest',
    "select max_by(s, cast(length(s) as varchar) || s) as most, min_by(s, cast(length(s) as varchar) || s) as least from word where s <> ''",
  ],
  ['casts that may fail', 'select s, try_cast(s as bigint) as n, try_cast(s as date) as d from word'],
  [
    'numbers, days and truths as text',
    'select cast(d as varchar) as a, cast(n as varchar) as b, cast(n > 0 as varchar) as c from day cross join number',
  ],
  ['nulls among values', 'select n, n in (1, 2) as i, n not in (1, 2) as o, n between 0 and 3 as b from number'],
  [
    'a query whose own table has the name of one that it reads',
    'with number as (select n + 1 as n from number) select n from number',
  ],
];

/** The tables of the probes. */
export const PROBED: Record<string, string> = {
  number: 'select cast(n as bigint) as n from (values (0), (1), (1), (2), (3), (5), (7), (-1), (-7), (null)) as t (n)',
  day: "select cast(d as date) as d from (values ('2023-02-28'), ('2024-02-29'), ('2024-03-31'), ('2024-08-31'), ('2024-12-30'), ('2025-01-31'), ('1999-12-31'), (null)) as t (d)",
  time: "select cast(t as timestamp) as t from (values ('2024-03-31 00:59:59'), ('2024-03-31 02:00:00'), ('2024-10-27 01:30:00'), ('2024-02-29 23:59:59'), ('2025-03-30 01:30:00'), (null)) as t (t)",
  word: "select s from (values ('Zoë \"the\" Łódź'), ('O''Brien'), ('back\\slash'), ('_under'), (''), (' both '), ('42'), ('2024-02-29'), ('2024-02-30'), ('日本語'), (null)) as t (s)",
};
