// The one semantic query that serves every page, the command and every download.
import { NOT_KNOWN } from '../build/kpi.ts';
import { SafeguardingError } from '../errors.ts';
import { readSql } from '../files.ts';
import { ident, type Session, text } from '../engines/engine.ts';
import type { Partnership } from '../partnership.ts';
import { type Grain, GRAINS, parsePeriod, periodsBetween } from '../periods.ts';
import type { KpiTable, Snapshot } from '../snapshots/log.ts';
import { type CoveredPeriod, coveredPeriods, settledDay, type Status } from './periods.ts';

export type { Grain } from '../periods.ts';
export interface SeriesRequest {
  kpi: string;
  grain: Grain;
  by?: string[];
  /** Split to the values to keep. */
  where?: Record<string, string[]>;
  /** Dates or periods: only periods that end on or after `from` and begin on or before `to`. */
  from?: string;
  to?: string;
}

export interface SeriesRow {
  period: string;
  from: string;
  to: string;
  split: Record<string, string>;
  numerator: number;
  denominator: number | null;
  /** In the KPI's unit (percent: 20.8...); null where there is nothing to divide by. */
  value: number | null;
  status: Status;
}

interface Counts {
  place: number;
  split: string[];
  facts: number;
  children: number;
  items: number;
  numerator: number;
  denominator: number;
  total: number | null;
  measured: number;
  median: number | null;
}

/**
 * Answers a KPI over time.
 * @throws SafeguardingError (not-found for the KPI, usage for a grain, split, value or period that is none)
 */
export async function series(p: Partnership, snapshot: Snapshot, request: SeriesRequest): Promise<SeriesRow[]> {
  const kpi = kpiOf(snapshot, request.kpi);
  const { by = [], where = {} } = request;
  assertAsked(request, kpi);
  const periods = periodsOf(p, snapshot, kpi, request);
  if (periods.length === 0) return [];

  const session = await p.engine.session();
  try {
    await viewFacts(session, await p.store.localPath(kpi.key), kpi, by, where);
    await (request.grain === 'all' ? loadAllTime(session) : loadPeriods(session, periods));
    const flags = { $stock: kpi.header.measure === 'stock', $unsplit: by.length === 0, $children: kpi.header.measure === 'children', $items: kpi.header.distinct !== undefined };
    const sql = readSql(import.meta.url, './series.sql').replace(/\$\w+/g, (name) => String(flags[name as keyof typeof flags]));
    const counts = await session.rows<Counts>(sql);
    const place = (c: Counts) => by.map((split, i) => kpi.splits[split]!.indexOf(c.split[i]!));
    const inOrder = counts.toSorted((a, b) => a.place - b.place || compare(place(a), place(b)));
    return inOrder.map((c) => rowOf(kpi, periods[c.place]!, by, c));
  } finally {
    session.close();
  }
}

const compare = (a: number[], b: number[]) => a.map((n, i) => n - b[i]!).find((n) => n !== 0) ?? 0;

/** @throws SafeguardingError when the snapshot has no such KPI */
export function kpiOf(snapshot: Snapshot, id: string): KpiTable {
  const kpi = Object.hasOwn(snapshot.kpis, id) ? snapshot.kpis[id] : undefined;
  if (kpi) return kpi;
  throw new SafeguardingError('not-found', `There is no KPI "${id}" in snapshot ${snapshot.number}. Expected one of: ${Object.keys(snapshot.kpis).join(', ')}.`);
}

function assertAsked({ grain, by = [], where = {} }: SeriesRequest, kpi: KpiTable): void {
  if (!GRAINS.includes(grain)) throw new SafeguardingError('usage', `"${grain}" is not a grain. Expected one of: ${GRAINS.join(', ')}.`);
  const offered = Object.keys(kpi.splits);
  for (const split of [...by, ...Object.keys(where)])
    if (!offered.includes(split)) throw new SafeguardingError('usage', `This KPI has no split "${split}". Expected one of: ${offered.join(', ') || 'none'}.`);
  for (const [split, values] of Object.entries(where))
    for (const value of values)
      if (!kpi.splits[split]!.includes(value)) throw new SafeguardingError('usage', `"${value}" is no value of "${split}". Expected one of: ${kpi.splits[split]!.join(', ')}.`);
}

function periodsOf(p: Partnership, snapshot: Snapshot, kpi: KpiTable, request: SeriesRequest): CoveredPeriod[] {
  const settles = p.contracts.filter((c) => kpi.header.covered_by.includes(c.id)).map((c) => c.settlesAfterDays);
  const edge = (asked: string | undefined, side: 'from' | 'to') => {
    if (asked === undefined) return undefined;
    const period = parsePeriod(asked);
    if (period) return period[side];
    throw new SafeguardingError('usage', `--${side} "${asked}" is neither a date nor a period. Expected one such as 2024-04-01, 2024-11 or 2024-25.`);
  };
  const [from, to] = [edge(request.from, 'from'), edge(request.to, 'to')];
  return coveredPeriods(kpi.header, snapshot.coverage, request.grain, settledDay(snapshot.built_at, settles)).filter(
    (period) => (!from || period.to >= from) && (!to || period.from <= to),
  );
}

async function viewFacts(session: Session, path: string, kpi: KpiTable, by: string[], where: Record<string, string[]>): Promise<void> {
  const h = kpi.header;
  const label = (split: string) => `coalesce(cast(${ident(split)} as varchar), ${text(NOT_KNOWN)})`;
  const column = (name: string | undefined, otherwise: string) => (name ? ident(name) : otherwise);
  const columns = [
    `cast(${ident(h.date)} as date) as on_date`,
    `${h.measure === 'children' ? 'child_ref' : 'null'} as child_ref`,
    `${column(h.distinct, 'null')} as item`,
    `cast(${column(h.numerator, '1')} as double) as numerator`,
    `cast(${column(h.denominator, 'null')} as double) as denominator`,
    `cast(${column(h.value, 'null')} as double) as value`,
    `cast([${by.map(label).join(', ')}] as varchar[]) as split`,
  ];
  const kept = Object.entries(where).map(([split, values]) => `${label(split)} in (${values.map(text).join(', ')})`);
  await session.run(`create or replace temp view fact as select ${columns.join(', ')} from read_parquet(${text(path)}) where ${['true', ...kept].join(' and ')}`);
}

async function loadPeriods(session: Session, periods: CoveredPeriod[]): Promise<void> {
  const days = periods.map((period, place) => `(${place}, date '${period.from}', date '${period.to}')`);
  const months = periods.flatMap((period, place) => periodsBetween('month', period.from, period.to).map((m) => `(${place}, date '${m.from}')`));
  await session.run(`create or replace temp table period as select * from (values ${days.join(', ')}) as t(place, first_day, last_day)`);
  await session.run(`create or replace temp table period_month as select * from (values ${months.join(', ')}) as t(place, month)`);
}

/** One period that holds every fact, also those dated before the first file: a child known since before is known. */
async function loadAllTime(session: Session): Promise<void> {
  await session.run(`create or replace temp table period as select 0 as place, date '0001-01-01' as first_day, date '9999-12-31' as last_day`);
  await session.run(`create or replace temp table period_month as select distinct 0 as place, date_trunc('month', on_date) as month from fact`);
}

function rowOf(kpi: KpiTable, period: CoveredPeriod, by: string[], c: Counts): SeriesRow {
  const { label, from, to, status } = period;
  const split = Object.fromEntries(by.map((name, i) => [name, c.split[i]!]));
  return { period: label, from, to, split, ...measured(kpi, c), status };
}

function measured({ header: h }: KpiTable, c: Counts): Pick<SeriesRow, 'numerator' | 'denominator' | 'value'> {
  const share = () => ({ numerator: c.numerator, denominator: c.denominator, value: c.denominator === 0 ? null : (100 * c.numerator) / c.denominator });
  const count = (n: number) => ({ numerator: n, denominator: null, value: n });
  switch (h.measure) {
    case 'rate':
    case 'share-within':
      return share();
    case 'stock':
      return h.denominator ? share() : count(c.facts);
    case 'children':
      return count(c.children);
    case 'count':
      return count(h.distinct ? c.items : c.facts);
    case 'mean':
      return { numerator: c.total ?? 0, denominator: c.measured, value: c.measured === 0 ? null : c.total! / c.measured };
    case 'median':
      return { numerator: c.measured, denominator: null, value: c.median };
  }
}
