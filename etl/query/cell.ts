// Who is behind a figure, as far as the lake can tell: references that only the vault can take back to an agency's own.
import { NOT_KNOWN } from '../build/cells.ts';
import type { KpiHeader } from '../build/definition.ts';
import { tablesOf } from '../build/order.ts';
import { ident, text } from '../engines/engine.ts';
import { SafeguardingError } from '../errors.ts';
import { readSql } from '../files.ts';
import type { Partnership } from '../partnership.ts';
import type { Grain, Period } from '../periods.ts';
import type { KpiTable, Snapshot } from '../snapshots/log.ts';
import { overTables } from './over-tables.ts';
import { assertAsked, kpiOf } from './request.ts';
import { periodsOf } from './series.ts';

/** Which of a KPI's facts are meant: those counted in the numerator, those of the denominator that are not, or all. */
export const PARTS_OF = ['counted', 'rest', 'all'] as const;

export interface CellRequest {
  kpi: string;
  grain: Grain;
  /** A period's label, as a series tells it. */
  period: string;
  where: Record<string, string[]>;
  of: (typeof PARTS_OF)[number];
}

/**
 * The children that the facts of one cell are about: for each all references (`source_ref`) that stand for it. They leave this
 * function for the vault alone.
 * @throws SafeguardingError (not-found, usage) for a KPI, period, split or part that there is not
 */
export async function childrenOf(p: Partnership, snapshot: Snapshot, request: CellRequest): Promise<string[][]> {
  const kpi = kpiOf(snapshot, request.kpi);
  assertAsked(request, kpi);
  const period = periodsOf(p, snapshot, kpi, request).find(({ label }) => label === request.period);
  if (!period)
    throw new SafeguardingError(
      'usage',
      `"${request.period}" is no period of this KPI. Expected one that its figures have.`,
    );
  const tables = await tablesRead(p, snapshot, request.kpi, kpi);
  const rows = await overTables(p, snapshot, [...tables, 'person_map'], async (session) => {
    await session.run(`create or replace temp view facts as ${kpi.sql}`);
    await session.run(`create or replace temp view chosen as ${chosen(kpi, period, request)}`);
    return session.rows<{ child: string; source_ref: string }>(readSql(import.meta.url, './cell.sql'));
  });
  const children = new Map<string, string[]>();
  for (const { child, source_ref } of rows) children.set(child, [...(children.get(child) ?? []), source_ref]);
  return [...children.values()];
}

async function tablesRead(
  p: Partnership,
  snapshot: Snapshot,
  id: string,
  { header, sql }: KpiTable,
): Promise<string[]> {
  const session = await p.engine.session();
  try {
    return tablesOf(session, { id, file: `kpis/${id}.sql`, header, sql }, Object.keys(snapshot.tables));
  } finally {
    session.close();
  }
}

/** The query that gives the facts of a cell, as a series counts them. */
function chosen({ header: h }: KpiTable, { from, to }: Period, { grain, where, of }: CellRequest): string {
  const day = `cast(${ident(h.date)} as date)`;
  const within = grain === 'all' ? 'true' : `${day} between ${text(from)} and ${text(to)}`;
  // A stock is measured at the last position inside a period, whoever passes the filter.
  const dated = h.measure === 'stock' ? `${day} = (select max(${day}) from facts where ${within})` : within;
  const splits = Object.entries({ ...unasked(h, where), ...where }).map(
    ([split, values]) =>
      `coalesce(cast(${ident(split)} as varchar), ${text(NOT_KNOWN)}) in (${values.map(text).join(', ')})`,
  );
  return `select child_ref from facts where ${[dated, part(h, of), ...splits].join(' and ')}`;
}

const unasked = (h: KpiHeader, where: CellRequest['where']) =>
  Object.fromEntries(
    Object.entries(h.unsplit)
      .filter(([split]) => !where[split])
      .map(([split, value]) => [split, [value]]),
  );

/** @throws SafeguardingError (usage) where the KPI has no such part */
function part(h: KpiHeader, of: CellRequest['of']): string {
  const isThere = (column: string | undefined) => (column ? `coalesce(${ident(column)}, 0) <> 0` : 'true');
  if (of === 'all') return h.value ? `${ident(h.value)} is not null` : isThere(h.denominator);
  if (!h.numerator)
    throw new SafeguardingError('usage', 'This KPI counts all of its records. Expected "of" to be: all.');
  return of === 'counted' ? isThere(h.numerator) : `${isThere(h.denominator)} and not ${isThere(h.numerator)}`;
}
