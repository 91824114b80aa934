import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { duckdb } from '../../etl/engines/duckdb.ts';
import { type Session, text } from '../../etl/engines/engine.ts';
import { readSql } from '../../etl/files.ts';

/** Which invented notices: so many rows from the row `first`, written on one of `days` days from `firstDay`. */
export interface Notices {
  first: number;
  rows: number;
  firstDay: string;
  days: number;
}

/** Opens an engine for work with SQL alone. */
export async function withSession<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const engine = await duckdb();
  const session = await engine.session();
  try {
    return await work(session);
  } finally {
    session.close();
    engine.close();
  }
}

/** A number below `n`, always the same for the same two. */
const DRAW = 'create or replace temp macro draw(x, salt, n) as cast(hash(x, salt) % n as integer);';

/** Writes notices as UTF-8, for the bare engine. */
export async function writeCopy(session: Session, { first, rows, firstDay, days }: Notices, path: string) {
  const variables = `${DRAW} set variable first_row = ${first}; set variable rows = ${rows}; set variable first_day = date '${firstDay}'; set variable days = ${days};`;
  await session.run(`${variables} copy (${readSql(import.meta.url, './notices.sql')}) to ${text(path)} (header)`);
}

/** Writes what `writeCopy` wrote as the police do: Windows-1252 (which agrees with Latin-1 on every letter used) with CRLF. */
export async function writeAsAgency(copy: string, path: string): Promise<void> {
  await pipeline(
    createReadStream(copy, { encoding: 'utf8', highWaterMark: 1 << 20 }),
    async function* (chunks: AsyncIterable<string>) {
      for await (const chunk of chunks) yield Buffer.from(chunk.replaceAll('\n', '\r\n'), 'latin1');
    },
    createWriteStream(path),
  );
}
