import { join } from 'node:path';
import type { Contract } from '../contract.ts';
import { readSql } from '../files.ts';
import { ident, type Session, text } from '../engines/engine.ts';
import type { Partnership } from '../partnership.ts';
import type { Period } from '../periods.ts';
import { readLines } from './lines.ts';
import { ofOtherPeriods, type Others } from './other-period.ts';
import type { Reason } from './receipt.ts';
import { loadRules, rulesOf } from './rules.ts';
import type { Table } from './table.ts';
import { faultsSelect, typedSelect } from './typed.ts';

export interface Verdict {
  rows: number;
  accepted: number;
  rejected: number;
  repeated: number;
  warned: number;
  reasons: Reason[];
}

/** The size in bytes from which a file's rows rest in files, not in memory. */
const LARGE = 32 * 1024 * 1024;

/**
 * Checks a file's rows against its contract and leaves the sound ones in the session's view `accepted` (the columns of typed.ts).
 * Nothing is written but to the folder.
 */
export async function checkRows(
  p: Partnership,
  session: Session,
  contract: Contract,
  table: Table,
  period: Period,
  folder: string,
): Promise<Verdict> {
  const large = table.size >= LARGE;
  const sql = (file: string) => readSql(import.meta.url, file);
  const rules = rulesOf(contract, p.clock.now().getFullYear());
  await readLines(session, table, large, folder);
  await loadRules(session, rules);

  const typed = typedSelect(contract, period, p.config);
  await session.run(`create or replace temp ${large ? 'view' : 'table'} typed as ${typed}`);
  await session.run(`create or replace temp table faults as ${faultsSelect(rules, large)}`);
  const content = `hash(${contract.columns.map((c) => ident(c.name)).join(', ')})`;
  await session.run(
    `create or replace temp view sound as select *, ${content} as content from typed where row_number not in (select row_number from faults join rules on place = faults.rule where severity = 'reject')`,
  );
  await session.run(sql('./again.sql'));
  await session.run(sql('./found.sql'));
  await session.run(sql('./left-out.sql'));
  const accepted = 'select * from typed where row_number not in (select row_number from left_out)';
  await session.run(`create or replace temp view accepted as ${accepted}`);

  const reasons = await session.rows<Reason>(sql('./reasons.sql'));
  const [counts] = await session.rows<Omit<Verdict, 'reasons'>>(sql('./counts.sql'));
  const others =
    contract.periodHolds === 'events' ? await session.rows<Others>(sql('./others.sql'), [period.from, period.to]) : [];
  return { ...counts!, reasons: [...reasons, ...ofOtherPeriods(counts!.accepted, others[0], period)] };
}

/** Writes the rejected rows, by number and reason. @returns the file, a Parquet file in the folder */
export async function writeRejects(session: Session, folder: string): Promise<string> {
  const path = join(folder, 'rejects');
  const rejects = readSql(import.meta.url, './rejects.sql');
  await session.run(`copy (${rejects}) to ${text(path)} (format parquet, compression zstd)`);
  return path;
}
