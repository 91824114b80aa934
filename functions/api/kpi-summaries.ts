import type { z } from '@hono/zod-openapi';
import { history, standing, type Standing } from '../../etl/decisions/log.ts';
import type { Partnership } from '../../etl/partnership.ts';
import { describeKpi } from '../../etl/query/describe.ts';
import { headline } from '../../etl/query/headline.ts';
import type { Snapshot } from '../../etl/snapshots/log.ts';
import { lastAnswer, stateOf, today } from './last-answer.ts';
import type { KpiSummary } from './schemas/kpis.ts';

type Summary = z.infer<typeof KpiSummary>;

/** Answers with the summaries of a snapshot's KPIs, worked out once for a snapshot and its decisions: every open page asks for them. */
export function kpiSummaries(p: Partnership): (snapshot: Snapshot) => Promise<Summary[]> {
  const last = lastAnswer<Summary[]>();
  return async (snapshot) => last(await stateOf(p, snapshot), () => summariseAll(p, snapshot));
}

async function summariseAll(p: Partnership, snapshot: Snapshot): Promise<Summary[]> {
  const decisions = standing(await history(p));
  return Promise.all(Object.keys(snapshot.kpis).map((id) => summarise(p, snapshot, id, decisions)));
}

async function summarise(p: Partnership, snapshot: Snapshot, kpi: string, decisions: Standing[]): Promise<Summary> {
  const { sql: _, ...described } = describeKpi(snapshot, kpi);
  return { ...described, ...(await headline(p, snapshot, kpi, { on: today(p), decisions })) };
}
