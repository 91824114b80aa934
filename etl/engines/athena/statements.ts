// The statements that Athena is sent: a declaration in Hive's grammar, and queries in Trino's inside UNLOAD.
import { SafeguardingError } from '../../errors.ts';
import { text } from '../engine.ts';
import type { Column } from '../lake.ts';

/** DuckDB's types by what Athena calls them in declarations. A HUGEINT is a DOUBLE once it is in a file. */
const HIVE: [RegExp, string][] = [
  [/^VARCHAR$/, 'string'],
  [/^(BOOLEAN|TINYINT|SMALLINT|BIGINT|FLOAT|DOUBLE|DATE|TIMESTAMP|DECIMAL\(\d+,\d+\))$/, '$1'],
  [/^INTEGER$/, 'int'],
];

/** @throws SafeguardingError for a type that both engines do not have */
function hiveType({ name, type }: Column): string {
  const [pattern, hive] = HIVE.find(([is]) => is.test(type)) ?? [];
  if (!pattern)
    throw new SafeguardingError(
      'usage',
      `The column "${name}" is ${type.toLowerCase()}, which Athena does not have. Have the model cast it to text, a whole number, a decimal, a date or a time.`,
    );
  return type.replace(pattern, hive!).toLowerCase();
}

const tick = (name: string) => `\`${name.replaceAll('`', '``')}\``;

/** Declares a folder of Parquet as a table (docs.aws.amazon.com/athena/latest/ug/create-table.html). */
export const declaration = (database: string, table: string, columns: readonly Column[], location: string): string =>
  `CREATE EXTERNAL TABLE IF NOT EXISTS ${tick(database)}.${tick(table)} (${columns
    .map((column) => `${tick(column.name)} ${hiveType(column)}`)
    .join(', ')}) STORED AS PARQUET LOCATION ${text(location)}`;

/** Writes a query's rows into a folder that has nothing yet (docs.aws.amazon.com/athena/latest/ug/unload.html). */
export const unload = (query: string, location: string): string =>
  `UNLOAD (SELECT * FROM (\n${query}\n)) TO ${text(location)} WITH (format = 'PARQUET')`;
