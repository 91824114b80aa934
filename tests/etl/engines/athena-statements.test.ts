// What Athena is sent is in the grammars that it reads: Hive's for declarations, Trino's for queries.
import { HiveSQL } from 'dt-sql-parser/dist/parser/hive/index.js';
import { TrinoSQL } from 'dt-sql-parser/dist/parser/trino/index.js';
import { expect, it } from 'vitest';
import { declaration, unload } from '../../../etl/engines/athena/statements.ts';
import { withTables } from '../../../etl/engines/lake.ts';

const TYPES = ['VARCHAR', 'BIGINT', 'INTEGER', 'DOUBLE', 'BOOLEAN', 'DATE', 'TIMESTAMP', 'DECIMAL(18,3)'];

it('declares a table in the grammar of Hive', () => {
  const columns = TYPES.map((type, i) => ({ name: `from ${i}`, type }));
  const sql = declaration('safeguarding', 'ppn_0123', columns, 's3://lake/lake/tables/ppn/0123/');
  expect(new HiveSQL().validate(sql)).toEqual([]);
  expect(sql).toContain('`from 0` string, `from 1` bigint, `from 2` int, `from 3` double, `from 4` boolean');
  expect(sql).toContain('`from 5` date, `from 6` timestamp, `from 7` decimal(18,3)');
});

it('says which column has a type that Athena lacks', () => {
  const columns = [{ name: 'scores', type: 'INTEGER[]' }];
  expect(() => declaration('safeguarding', 't', columns, 's3://lake/t/')).toThrow(
    /^The column "scores" is integer\[\]/,
  );
});

it('sends a query with its own tables, comments and quotes in the grammar of Trino', () => {
  const sql = withTables("with a as (select 'it''s' as s from ppn) select s from a -- the end", {
    ppn: 'select * from "safeguarding"."ppn_0123"',
  });
  const [, query] = /^UNLOAD \(([^]+)\) TO 's3:\/\/lake\/q\/' WITH \(format = 'PARQUET'\)$/.exec(
    unload(sql, 's3://lake/q/'),
  )!;
  expect(new TrinoSQL().validate(query!)).toEqual([]);
});
