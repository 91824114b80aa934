// The one semantic query that serves every page, the command and every download.
import { countedOnce, isCells } from '../build/cells.ts';
import { SafeguardingError } from '../errors.ts';
import { readSql } from '../files.ts';
import type { Partnership } from '../partnership.ts';
import type { KpiTable, Snapshot } from '../snapshots/log.ts';
import { BETWEEN, cellsGiven, periodsGiven, positionsGiven } from './given.ts';
import { type Counts, type Measured, measured } from './measured.ts';
import { type CoveredPeriod, coveredPeriods, settledDay, type Status } from './periods.ts';
import { assertAsked, kpiOf, type SeriesRequest, windowOf } from './request.ts';
import { type Marked, markOfFigure } from './sensitive.ts';

export interface SeriesRow extends Measured, Marked {
  period: string;
  from: string;
  to: string;
  split: Record<string, string>;
  status: Status;
}

/**
 * Answers a KPI over time.
 * @throws SafeguardingError (not-found for the KPI, usage for a grain, split, value or period that is none)
 */
export async function series(p: Partnership, snapshot: Snapshot, request: SeriesRequest): Promise<SeriesRow[]> {
  const { by = [] } = request;
  const { kpi, periods, sql } = await statement(p, snapshot, request);
  if (periods.length === 0) return [];
  const session = await p.engine.session();
  try {
    const counts = await session.rows<Counts>(sql);
    const places = by.map((name) => new Map(kpi.splits[name]!.map((label, i) => [label, i])));
    const placed = counts.map((c) => ({ c, at: [c.place, ...places.map((place, i) => place.get(labels(c)[i]!)!)] }));
    const inOrder = placed.sort((a, b) => compare(a.at, b.at));
    return inOrder.map(({ c }) => rowOf(kpi, periods[c.place]!, by, c));
  } finally {
    session.close();
  }
}

/** The one statement that answers a request, and the periods that it tells by their place in the list. @throws SafeguardingError as `series` does */
export async function statement(p: Partnership, snapshot: Snapshot, request: SeriesRequest) {
  const kpi = kpiOf(snapshot, request.kpi);
  if (!isCells(kpi))
    throw new SafeguardingError(
      'not-found',
      `Snapshot ${snapshot.number} was made by an earlier version of this program, whose tables this one cannot ask. Build again; the numbers of later snapshots can be asked.`,
    );
  assertAsked(request, kpi);
  const periods = periodsOf(p, snapshot, kpi, request);
  return { kpi, periods, sql: seriesSql(await p.store.localPath(kpi.key), kpi, periods, request) };
}

/** The semantic query with all that it is given, as one statement. */
function seriesSql(path: string, kpi: KpiTable, periods: CoveredPeriod[], request: SeriesRequest): string {
  const { grain, by = [], where = {} } = request;
  const flags = {
    $all: grain === 'all',
    $stock: kpi.header.measure === 'stock',
    $unsplit: by.length === 0,
    $once: countedOnce(kpi.header) !== undefined,
    $median: kpi.header.measure === 'median',
  };
  const sql = readSql(import.meta.url, './series.sql').replace(/\$\w+/g, (name) =>
    String(flags[name as keyof typeof flags]),
  );
  return `with ${cellsGiven(path, kpi, by, where)}, ${positionsGiven(path, kpi)}, ${periodsGiven(grain, periods)},\n${sql}`;
}

const labels = (c: Counts) => c.split.split(BETWEEN);

const compare = (a: number[], b: number[]) => a.map((n, i) => n - b[i]!).find((n) => n !== 0) ?? 0;

/** The periods that a request is about, of those that have a row. */
export function periodsOf(p: Partnership, snapshot: Snapshot, kpi: KpiTable, request: SeriesRequest): CoveredPeriod[] {
  const settles = p.contracts.filter((c) => kpi.header.covered_by.includes(c.id)).map((c) => c.settlesAfterDays);
  const { from, to } = windowOf(request);
  return coveredPeriods(kpi.header, snapshot.coverage, request.grain, settledDay(snapshot.built_at, settles)).filter(
    (period) => (!from || period.to >= from) && (!to || period.from <= to),
  );
}

function rowOf(kpi: KpiTable, period: CoveredPeriod, by: string[], c: Counts): SeriesRow {
  const { label, from, to, status } = period;
  const split = Object.fromEntries(by.map((name, i) => [name, labels(c)[i]!]));
  const figure = measured(kpi.header, c);
  return { period: label, from, to, split, ...figure, status, ...markOfFigure(kpi.header, figure) };
}
