import type { Partnership } from '../../partnership.ts';
import type { KpiTable } from '../../snapshots/log.ts';
import { type Headline, headlineOf } from '../headline.ts';
import { series, type SeriesRow } from '../series.ts';
import type { Looked } from './since.ts';

/** A KPI as one snapshot has it. */
export interface Side {
  table: KpiTable;
  months: SeriesRow[];
  headline: Headline;
}

/** A KPI as it was and as it is; undefined where the snapshot has no such KPI. */
export interface KpiSides {
  kpi: string;
  was: Side | undefined;
  now: Side | undefined;
}

/** Every KPI of either snapshot, those of the present one first. */
export async function sidesOf(p: Partnership, then: Looked, now: Looked): Promise<KpiSides[]> {
  const ids = [...new Set([...Object.keys(now.snapshot.kpis), ...Object.keys(then.snapshot.kpis)])];
  return Promise.all(
    ids.map(async (kpi) => {
      const [was, is] = await Promise.all([side(p, then, kpi), side(p, now, kpi)]);
      return { kpi, was, now: is };
    }),
  );
}

async function side(p: Partnership, { snapshot, on, decisions }: Looked, kpi: string): Promise<Side | undefined> {
  const table = Object.hasOwn(snapshot.kpis, kpi) ? snapshot.kpis[kpi] : undefined;
  if (!table) return undefined;
  const months = await series(p, snapshot, { kpi, grain: 'month' });
  return { table, months, headline: headlineOf(months, kpi, table.header, { on, decisions }) };
}
