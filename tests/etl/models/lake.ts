// A lake from plain rows: the real models run over staged rows that a test writes down.
import { readKpis, readModels } from '../../../etl/build/definition.ts';
import { inOrder } from '../../../etl/build/order.ts';
import { modelColumns, stagedTable } from '../../../etl/build/staged.ts';
import { readContracts } from '../../../etl/contract.ts';
import { duckdb } from '../../../etl/engines/duckdb.ts';
import { ident, type Row, type Session } from '../../../etl/engines/engine.ts';

/** A staged row: `child` is whom it is about, the same name in every agency; columns left out are null. */
export type StagedRow = { child: string } & Record<string, string | number | boolean | null>;
export interface Lake {
  /** The rows of a model or a KPI. */
  table(id: string): Promise<Row[]>;
  rows(sql: string): Promise<Row[]>;
}

const contracts = readContracts('etl/contracts');
const engine = await duckdb();

/** Runs the models and the named KPIs over staged rows, given by extract: `{ 'police-ppn': [...] }`. */
export async function lakeOf(extracts: Record<string, StagedRow[]>, kpis: string[] = []): Promise<Lake> {
  const session = await engine.session();
  for (const contract of contracts) {
    await stage(session, stagedTable(contract), modelColumns(contract), extracts[contract.id] ?? []);
  }
  const children = [...new Set(Object.values(extracts).flatMap((rows) => rows.map((row) => row.child)))];
  await session.load(
    'person_map',
    ['source_ref', 'child_ref'],
    children.map((child) => [child, child]),
  );

  const given = new Set(['person_map', ...contracts.map((c) => `staged_${c.table}`)]);
  const asked = readKpis('etl/kpis').filter((kpi) => kpis.includes(kpi.id));
  for (const { id, sql } of [...inOrder(session, readModels('etl/models'), given), ...asked])
    await session.run(`create temp table ${ident(id)} as ${sql}`);
  return {
    table: (id) => session.rows(`select * from ${ident(id)} order by all`),
    rows: (sql) => session.rows(sql),
  };
}

async function stage(
  session: Session,
  table: string,
  columns: { name: string; type: string }[],
  rows: StagedRow[],
): Promise<void> {
  const cell = (row: StagedRow, name: string) =>
    row[['source_ref', 'child_ref'].includes(name) ? 'child' : name.replace(/_utc$/, '')] ?? null;
  const text = rows.map((row) =>
    columns.map(({ name }) => (cell(row, name) === null ? null : String(cell(row, name)))),
  );
  await session.load(
    `${table}_text`,
    columns.map((c) => c.name),
    text,
  );
  const typed = columns.map(({ name, type }) => {
    const value = `cast(${ident(name)} as ${type})`;
    return `${name.endsWith('_utc') ? `utc(${value})` : value} as ${ident(name)}`;
  });
  await session.run(
    `create or replace temp table ${ident(table)} as select ${typed.join(', ')} from ${ident(`${table}_text`)}`,
  );
}

/** How many facts of a rate are counted, of how many: `[numerator, denominator]`. */
export function share(facts: Row[], numerator: string, denominator: string): [number, number] {
  const sum = (column: string) => facts.reduce((total, fact) => total + Number(fact[column]), 0);
  return [sum(numerator), sum(denominator)];
}
