import type { KpiHeader } from '../build/definition.ts';
import { SafeguardingError } from '../errors.ts';
import type { Partnership } from '../partnership.ts';
import { kpiOf } from '../query/request.ts';
import { series, type SeriesRow } from '../query/series.ts';
import type { Snapshot } from '../snapshots/log.ts';
import type { Policy } from './policy.ts';

export interface Table {
  kpi: string;
  header: KpiHeader;
  grain: 'month' | 'quarter' | 'year';
  by: string | null;
  rows: TableRow[];
}

export interface TableRow extends SeriesRow {
  /** What the counts are over, in one word: a stock of a year is that of its last month with a position. */
  at: string;
}

/**
 * The tables that a policy releases, as they are. Only final figures: those that still move would tell by how few, from one release to the next.
 * @throws SafeguardingError (usage) for a KPI or a split that is none, or a KPI whose figures are not counts
 */
export async function tablesOf(p: Partnership, snapshot: Snapshot, policy: Policy): Promise<Table[]> {
  const tables: Table[] = [];
  for (const { kpi, grains, yearly_by } of policy.tables) {
    const { header } = kpiOf(snapshot, kpi);
    if (header.measure === 'mean' || header.measure === 'median')
      throw new SafeguardingError('usage', `"${kpi}" is a ${header.measure}. Only counts and shares can be released.`);
    const months = await series(p, snapshot, { kpi, grain: 'month' });
    const asked = [
      ...grains.map((grain) => ({ grain, by: null })),
      ...yearly_by.map((by) => ({ grain: 'year' as const, by })),
    ];
    for (const { grain, by } of asked) {
      const rows = await series(p, snapshot, { kpi, grain, by: by === null ? [] : [by] });
      const final = rows.filter((row) => row.status === 'final');
      tables.push({ kpi, header, grain, by, rows: final.map((row) => ({ ...row, at: placeOf(header, row, months) })) });
    }
  }
  return tables;
}

const placeOf = (header: KpiHeader, { period, from, to }: SeriesRow, months: SeriesRow[]): string =>
  header.measure === 'stock' ? months.findLast((m) => m.from >= from && m.to <= to)!.period : period;
