import type { z } from '@hono/zod-openapi';
import { decisionsKept, history, standing, type Standing } from '../../etl/decisions/log.ts';
import { decisionsOf } from '../../etl/decisions/of-kpi.ts';
import type { Partnership } from '../../etl/partnership.ts';
import { describeKpi } from '../../etl/query/describe.ts';
import { kpiOf } from '../../etl/query/request.ts';
import { series, type SeriesRow } from '../../etl/query/series.ts';
import { judged } from '../../etl/query/trend.ts';
import type { Snapshot } from '../../etl/snapshots/log.ts';
import type { KpiSummary } from './schemas/kpis.ts';

type Summary = z.infer<typeof KpiSummary>;
const SPARK_MONTHS = 24;

/** Answers with the summaries of a snapshot's KPIs, worked out once for a snapshot and its decisions: every open page asks for them. */
export function kpiSummaries(p: Partnership): (snapshot: Snapshot) => Promise<Summary[]> {
  let latest: { key: string; summaries: Promise<Summary[]> } | undefined;
  return async (snapshot) => {
    const key = `${snapshot.number} ${snapshot.txn} ${today(p)} ${await decisionsKept(p)}`;
    if (latest?.key !== key) {
      const summaries = summariseAll(p, snapshot);
      latest = { key, summaries };
      summaries.catch(() => (latest = undefined));
    }
    return latest.summaries;
  };
}

async function summariseAll(p: Partnership, snapshot: Snapshot): Promise<Summary[]> {
  const decisions = standing(await history(p));
  return Promise.all(Object.keys(snapshot.kpis).map((id) => summarise(p, snapshot, id, decisions)));
}

const today = (p: Partnership) => p.clock.now().toISOString().slice(0, 10);

async function summarise(p: Partnership, snapshot: Snapshot, kpi: string, decisions: Standing[]): Promise<Summary> {
  const { sql: _, ...described } = describeKpi(snapshot, kpi);
  const months = await series(p, snapshot, { kpi, grain: 'month' });
  const { header } = kpiOf(snapshot, kpi);
  const { signal, target } = judged(
    months,
    header,
    'month',
    decisionsOf(decisions, { id: kpi, unit: header.unit }, false),
  );
  // A rate of none has no value; the last one that has is the headline, as on the KPI's own page.
  const latest =
    months.findLast((row) => row.to < today(p) && row.status !== 'incomplete' && row.value !== null) ?? null;
  return {
    ...described,
    latest,
    year_before: latest && yearBefore(months, latest),
    spark: months.slice(-SPARK_MONTHS),
    signal,
    target,
  };
}

function yearBefore(months: SeriesRow[], { from }: SeriesRow): SeriesRow | null {
  const then = `${Number(from.slice(0, 4)) - 1}${from.slice(4)}`;
  return months.find((row) => row.from === then) ?? null;
}
