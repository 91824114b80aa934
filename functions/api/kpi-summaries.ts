import type { z } from '@hono/zod-openapi';
import { history, standing } from '../../etl/decisions/log.ts';
import type { Partnership } from '../../etl/partnership.ts';
import { parsePeriod } from '../../etl/periods.ts';
import { describeKpi } from '../../etl/query/describe.ts';
import { headline, type View } from '../../etl/query/headline.ts';
import type { Snapshot } from '../../etl/snapshots/log.ts';
import { lastAnswer, stateOf, today } from './last-answer.ts';
import type { KpiSummary } from './schemas/kpis.ts';

type Summary = z.infer<typeof KpiSummary>;

/**
 * Answers with the summaries of a snapshot's KPIs, as at a month such as `2026-10` or as at the latest, worked out once for a snapshot
 * and its decisions: every open page asks for the latest.
 */
export function kpiSummaries(p: Partnership): (snapshot: Snapshot, month?: string) => Promise<Summary[]> {
  const [latest, earlier] = [lastAnswer<Summary[]>(), lastAnswer<Summary[]>()];
  return async (snapshot, month) => {
    const state = await stateOf(p, snapshot);
    return month
      ? earlier(`${state} ${month}`, () => summariseAll(p, snapshot, month))
      : latest(state, () => summariseAll(p, snapshot));
  };
}

async function summariseAll(p: Partnership, snapshot: Snapshot, month?: string): Promise<Summary[]> {
  const view: View = {
    on: today(p),
    decisions: standing(await history(p)),
    ...(month && { to: parsePeriod(month)!.to }),
  };
  return Promise.all(
    Object.keys(snapshot.kpis).map(async (id) => {
      const { sql: _, ...described } = describeKpi(snapshot, id);
      return { ...described, ...(await headline(p, snapshot, id, view)) };
    }),
  );
}
