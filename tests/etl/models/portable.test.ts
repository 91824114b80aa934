import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { duckdb } from '../../../etl/engines/duckdb.ts';
import { SHARED, unportable } from './portable.ts';

const files = ['etl/models', 'etl/kpis'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => join(folder, name)),
);

describe('models and KPIs run on both engines', () => {
  it.each(files)('%s', (file) => {
    expect(unportable(readFileSync(file, 'utf8'))).toEqual([]);
  });
});

describe('what only DuckDB knows is not let through', () => {
  it.each([
    ['a cast by ::', 'select opened_on::date from contact'],
    ['QUALIFY', 'select child_ref from contact qualify row_number() over (order by contact_on) = 1'],
    ['EXCLUDE', 'select * exclude (town) from contact'],
    ['GROUP BY ALL', 'select town, count(*) from contact group by all'],
    ['a list comprehension', 'select [x for x in towns] from contact'],
    ['a function that Trino lacks', "select strftime(contact_on, '%Y') from contact"],
    ['months, which each counts in its own way', "select date_diff('month', opened_on, closed_on) from mace_position"],
    ['text put together, whose nulls each takes in its own way', 'select concat(town, age_band) from contact'],
    ['a function of lists', 'select list_sum(scores) from mace_position'],
  ])('%s', (_, sql) => {
    expect(unportable(sql)).not.toEqual([]);
  });

  it('lets through what both know', () => {
    const sql = "select town, count(*) filter (where source = 'strftime(x)') from contact group by town -- epoch(x)";
    expect(unportable(sql)).toEqual([]);
  });
});

it('DuckDB has every function that both are said to have', async () => {
  const grammar = [
    'cast',
    'coalesce',
    'try_cast',
    'nullif',
    'unnest',
    'row_number',
    'rank',
    'dense_rank',
    'lag',
    'lead',
  ];
  const engine = await duckdb();
  const session = await engine.session();
  const has = await session.rows<{ name: string }>('select distinct function_name as name from duckdb_functions()');
  const names = new Set([...grammar, 'first_value', 'last_value', ...has.map(({ name }) => name)]);
  expect([...SHARED].filter((name) => !names.has(name))).toEqual([]);
  expect(await session.rows("select regexp_like('a1', '[0-9]') as part, regexp_like('a', '[0-9]') as none")).toEqual([
    { part: true, none: false },
  ]);
  session.close();
  engine.close();
});
