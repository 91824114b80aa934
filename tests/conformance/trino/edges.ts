// Rows that no agency sends every day: for each extract, every kind of value that engines have been known to take differently.
import { join } from 'node:path';
import { named, sourceOf } from '../../../etl/build/tables.ts';
import { fingerprint } from '../../../etl/build/fingerprint.ts';
import { readKpis, readModels } from '../../../etl/build/definition.ts';
import { inOrder } from '../../../etl/build/order.ts';
import { modelColumns, stagedTable } from '../../../etl/build/staged.ts';
import { keepTable, write } from '../../../etl/build/table.ts';
import type { Contract } from '../../../etl/contract.ts';
import { ident, text } from '../../../etl/engines/engine.ts';
import { inSession } from '../../../etl/engines/lake.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import type { Snapshot } from '../../../etl/snapshots/log.ts';
import { scratchFolder } from '../../partnerships.ts';

const DATES = `2023-02-28 2023-03-01 2024-02-28 2024-02-29 2024-03-01 2024-03-31 2024-08-31 2024-09-01 2024-10-27
  2024-12-31 2025-01-01 2025-02-28 2025-03-01 2025-03-15 2025-03-29 2025-03-30 2025-03-31`.split(/\s+/);
// The clocks go forward on 31 March 2024 and 30 March 2025, and back on 27 October 2024.
const TIMES = `2024-03-31 00:59:59|2024-03-31 02:00:00|2024-10-27 00:30:00|2024-10-27 01:30:00|2024-10-27 02:00:00
  |2024-02-29 23:59:59|2024-12-31 23:59:00|2025-03-30 00:00:00|2025-03-30 03:00:00|2025-03-31 00:00:00`.split(/\s*\|/);
const TEXTS = ["O'Brien Road", 'Zoë "the" Łódź', 'back\\slash', '', ' ', '%_', 'ünï', '日本', 'Not known', 'a;b--c'];

/** What a column may hold; nothing at all besides. */
function values(contract: Contract, { name, type }: { name: string; type: string }): string[] {
  const quoted = (list: readonly string[]) => list.map(text);
  if (name === 'child_ref') return quoted(Array.from({ length: 12 }, (_, i) => `child-${i}`));
  const codes = contract.columns.find((c) => c.name === name)?.codes?.values;
  if (codes) return quoted(codes);
  if (name.startsWith('period_')) return quoted(['2024-03-31', '2025-03-31']);
  if (type === 'date') return quoted(DATES);
  if (type === 'timestamp') return quoted(TIMES);
  if (type === 'boolean') return ['true', 'false'];
  if (type === 'bigint') return ['0', '1', '-7', '7', '3000000000'];
  // References, that records of several extracts share.
  if (name.endsWith('_ref')) return quoted(Array.from({ length: 40 }, (_, i) => `ref-${i}`));
  return quoted(TEXTS);
}

const ties = ({ name, type }: { name: string; type: string }) => name === 'child_ref' || type !== 'varchar';

/**
 * Rows of an extract: each value drawn by the row's number and the column's name, so that they are the same in every run.
 * Three rows after each other differ in their texts alone: they tie in everything that rows are put in order by.
 */
function edgeRows(contract: Contract, rows: number): string {
  const required = new Set(['child_ref', ...contract.columns.filter((c) => c.required).map((c) => c.name)]);
  const cells = modelColumns(contract).map((column) => {
    const all = [...values(contract, column), ...(required.has(column.name) ? [] : ['null'])];
    const drawn = `list_extract([${all.join(', ')}], 1 + cast(hash(i${ties(column) ? ' // 3' : ''}, ${text(column.name)}) % ${all.length} as integer))`;
    return `cast(${drawn} as ${column.type}) as ${ident(column.name)}`;
  });
  return `select ${cells.join(', ')} from range(${rows}) as r (i)`;
}

/** Tables of edge cases for all that the house's models and KPIs read, models as DuckDB makes them. @param rows of each extract */
export async function edgeTables(p: Partnership, rows: number): Promise<Snapshot['tables']> {
  const session = await p.engine.session();
  const scratch = scratchFolder();
  const tables: Snapshot['tables'] = {};
  const keep = async (name: string, sql: string) => {
    const written = await write(session, scratch, name, sql);
    tables[name] = await keepTable(session, p.store, 'tables', name, written, fingerprint(sql));
  };
  try {
    for (const contract of p.contracts) await keep(stagedTable(contract), edgeRows(contract, rows));
    const query = inSession(p.store)(session);
    for (const model of inOrder(session, readModels(p.house.models), new Set(Object.keys(tables))))
      await keep(model.id, await query(model.sql, named(tables, sourceOf(session, model, tables).read)));
    return tables;
  } finally {
    session.close();
  }
}

/** What queries give, as tables of the lake. */
export async function keptTables(p: Partnership, queries: Record<string, string>): Promise<Snapshot['tables']> {
  const session = await p.engine.session();
  const scratch = scratchFolder();
  const tables: Snapshot['tables'] = {};
  for (const [name, sql] of Object.entries(queries))
    tables[name] = await keepTable(session, p.store, 'tables', name, await write(session, scratch, name, sql), name);
  session.close();
  return tables;
}

/** What analysts wrote, models first. */
export const definitions = [...readModels(join('etl', 'models')), ...readKpis(join('etl', 'kpis'))];
