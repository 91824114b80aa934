import { join } from 'node:path';
import { SafeguardingError } from '../errors.ts';
import { ident, type Session, text } from '../engines/engine.ts';
import { readSql } from '../files.ts';
import type { Snapshot } from '../snapshots/log.ts';
import type { Store } from '../storage/store.ts';
import type { Definition, Model } from './definition.ts';
import { fingerprint } from './fingerprint.ts';
import { sqlError } from './order.ts';

/** Runs a definition's query into a temporary table. @throws SafeguardingError with the file and the engine's complaint */
export async function materialise(session: Session, definition: Definition<unknown>, table: string): Promise<void> {
  try {
    await session.run(`create or replace temp table ${ident(table)} as ${definition.sql}`);
  } catch (error) {
    throw sqlError(definition, error);
  }
}

/** The columns of a table that was made, with the engine's names of their types. */
export const columnsOf = (session: Session, table: string): Promise<{ name: string; type: string }[]> =>
  session.rows(`select column_name as name, column_type as type from (describe select * from ${ident(table)})`);

/** The complaint about a header that names a column which its query does not give. */
export const notGiven = ({ file }: Definition<unknown>, name: string, given: string[]): SafeguardingError =>
  new SafeguardingError(
    'usage',
    `${file}: the header names "${name}", which the query does not give. It gives: ${given.join(', ')}.`,
  );

/**
 * Writes a table for the lake under a name made from its content: the same rows are the same object, in whatever order they come.
 * @param made what it was made from
 */
export async function keepTable(
  session: Session,
  store: Store,
  folder: string,
  table: string,
  scratch: string,
  made: string,
): Promise<Snapshot['tables'][string]> {
  const path = join(scratch, `${table}.parquet`);
  await session.run(`copy ${ident(table)} to ${text(path)} (format parquet, compression zstd)`);
  const content = readSql(import.meta.url, './content.sql').replace('$table', ident(table));
  const [{ rows, ...sums }] = (await session.rows<{ rows: number; one: string; other: string }>(content)) as [
    { rows: number; one: string; other: string },
  ];
  const columns = await columnsOf(session, table);
  const key = `lake/${folder}/${table}/${fingerprint(columns, rows, sums)}.parquet`;
  await store.putFile(key, path);
  return { key, rows, made };
}

/** Asserts what a model's header promises. @throws SafeguardingError saying which promise how many rows break */
export async function assertPromises(session: Session, model: Model): Promise<void> {
  const columns = (await columnsOf(session, model.id)).map((c) => c.name);
  for (const name of [...model.header.not_null, ...model.header.unique])
    if (!columns.includes(name)) throw notGiven(model, name, columns);
  const broken = async (where: string) => (await session.rows<{ n: number }>(where))[0]!.n;
  for (const column of model.header.not_null) {
    const n = await broken(`select count(*) as n from ${ident(model.id)} where ${ident(column)} is null`);
    if (n > 0)
      throw new SafeguardingError(
        'refused',
        `${model.file}: "${column}" is promised not to be null, but is in ${n} rows.`,
      );
  }
  if (model.header.unique.length > 0) {
    const key = model.header.unique.map(ident).join(', ');
    const n = await broken(
      `select count(*) as n from (select ${key} from ${ident(model.id)} group by ${key} having count(*) > 1)`,
    );
    if (n > 0)
      throw new SafeguardingError(
        'refused',
        `${model.file}: (${model.header.unique.join(', ')}) is promised to be unique, but ${n} keys stand more than once.`,
      );
  }
}
