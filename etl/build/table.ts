import { join } from 'node:path';
import { SafeguardingError } from '../errors.ts';
import { ident, type Session, text } from '../engines/engine.ts';
import { readSql } from '../files.ts';
import type { Snapshot } from '../snapshots/log.ts';
import type { Column } from '../engines/lake.ts';
import type { Store } from '../storage/store.ts';
import type { Definition, Model } from './definition.ts';
import { fingerprint } from './fingerprint.ts';
import { sqlError } from './order.ts';

/** What a query gave: a file, and the name under which the session reads it. */
export interface Written {
  path: string;
  view: string;
}

/** Writes what a query gives to a file. It is read from there also by the build that made it, so that types are always the same. */
export async function write(session: Session, scratch: string, name: string, sql: string): Promise<Written> {
  const written = { path: join(scratch, `${name}.parquet`), view: `made ${name}` };
  await session.run(`copy (${sql}\n) to ${text(written.path)} (format parquet, compression zstd)`);
  await session.run(
    `create or replace temp view ${ident(written.view)} as select * from read_parquet(${text(written.path)})`,
  );
  return written;
}

/** Does what runs a definition's query. @throws SafeguardingError with the file and the engine's complaint about the query */
export async function running<T>(definition: Definition<unknown>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw sqlError(definition, error);
  }
}

/** The columns of a table that was made, with the engine's names of their types. */
export const columnsOf = (session: Session, table: string): Promise<Column[]> =>
  session.rows(`select column_name as name, column_type as type from (describe select * from ${ident(table)})`);

/** The complaint about a header that names a column which its query does not give. */
export const notGiven = ({ file }: Definition<unknown>, name: string, given: string[]): SafeguardingError =>
  new SafeguardingError(
    'usage',
    `${file}: the header names "${name}", which the query does not give. It gives: ${given.join(', ')}.`,
  );

/**
 * Puts a table in the lake under a name made from its content: the same rows are the same object, in whatever order they come.
 * It has a folder of its own, since Athena reads folders and not files.
 * @param made what it was made from
 */
export async function keepTable(
  session: Session,
  store: Store,
  folder: string,
  table: string,
  { path, view }: Written,
  made: string,
): Promise<Snapshot['tables'][string]> {
  const content = readSql(import.meta.url, './content.sql').replace('$table', ident(view));
  const [{ rows, ...sums }] = (await session.rows<{ rows: number; one: string; other: string }>(content)) as [
    { rows: number; one: string; other: string },
  ];
  const columns = await columnsOf(session, view);
  await session.run(`drop view ${ident(view)}`);
  const key = `lake/${folder}/${table}/${fingerprint(columns, rows, sums)}/rows.parquet`;
  await store.putFile(key, path);
  return { key, rows, columns, made };
}

/** True for a table of the snapshot before that would be made the same. One that was kept without its columns is made anew. */
export const wouldBe = <T extends { made?: string; columns?: Column[] }>(
  past: T | undefined,
  made: string,
): past is T => past?.made === made && past.columns !== undefined;

/** Asserts what a model's header promises. @throws SafeguardingError saying which promise how many rows break */
export async function assertPromises(session: Session, model: Model, { view }: Written): Promise<void> {
  const columns = (await columnsOf(session, view)).map((c) => c.name);
  for (const name of [...model.header.not_null, ...model.header.unique])
    if (!columns.includes(name)) throw notGiven(model, name, columns);
  const broken = async (where: string) => (await session.rows<{ n: number }>(where))[0]!.n;
  for (const column of model.header.not_null) {
    const n = await broken(`select count(*) as n from ${ident(view)} where ${ident(column)} is null`);
    if (n > 0)
      throw new SafeguardingError(
        'refused',
        `${model.file}: "${column}" is promised not to be null, but is in ${n} rows.`,
      );
  }
  if (model.header.unique.length > 0) {
    const key = model.header.unique.map(ident).join(', ');
    const n = await broken(
      `select count(*) as n from (select ${key} from ${ident(view)} group by ${key} having count(*) > 1)`,
    );
    if (n > 0)
      throw new SafeguardingError(
        'refused',
        `${model.file}: (${model.header.unique.join(', ')}) is promised to be unique, but ${n} keys stand more than once.`,
      );
  }
}
