// What the pages are answered, beside the right answers that came with the sample files.
import type { Api } from '../../functions/api/env.ts';
import { sampleJson } from '../agency-files.ts';
import { exactCells } from './cells.ts';

type Expected = Record<string, Record<string, Record<string, number>>>;
type Told = Record<string, number>;

async function ask<T>(api: Api, path: string): Promise<T> {
  const answer = await api.request(`/api${path}`);
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

interface Trend {
  trends: { points: { period: string; numerator: number; denominator: number | null }[] }[];
}

/** Exact answers that the trend of a KPI does not give, by month and by financial year; and how many were compared. */
export async function wrongTrends(api: Api): Promise<{ compared: number; wrong: string[] }> {
  const cells = exactCells().filter(({ split, grain }) => !split && (grain === 'month' || grain === 'year'));
  const wrong: string[] = [];
  for (const kpi of new Set(cells.map((cell) => cell.kpi)))
    for (const grain of ['month', 'year'] as const) {
      const own = cells.filter((cell) => cell.kpi === kpi && cell.grain === grain);
      if (own.length === 0) continue;
      const { trends } = await ask<Trend>(api, `/kpis/${kpi}/trend?grain=${grain}`);
      for (const { period, numerator, denominator } of own) {
        const point = trends[0]!.points.find((one) => one.period === period);
        if (point?.numerator !== numerator || (denominator !== undefined && point.denominator !== denominator))
          wrong.push(`${kpi} ${period}`);
      }
    }
  return { compared: cells.length, wrong };
}

interface Flow {
  steps: { id: string; count: number }[];
  flows: { to: string; count: number }[];
}

/** The flow of the notices written from September 2024, when triage began, to March 2025; and what it should say. */
export async function flowOfTheYear(api: Api): Promise<{ found: Told; expected: Told }> {
  const { steps, flows } = await ask<Flow>(api, '/flow?from=2024-09&to=2025-03');
  const expected = sampleJson<Expected>('expected.json');
  const added = (outcome: string) => flows.filter(({ to }) => to === outcome).reduce((n, { count }) => n + count, 0);
  const months = Object.entries(expected['ppn-received']!.month!).filter(([month]) => month >= '2024-09');
  const outcomes = expected['ppn-triage-outcome']!['2024-25']!;
  return {
    found: {
      received: steps.find(({ id }) => id === 'received')!.count,
      ...Object.fromEntries(Object.keys(outcomes).map((outcome) => [outcome, added(outcome)])),
    },
    expected: { received: months.reduce((n, [, count]) => n + count, 0), ...outcomes },
  };
}

interface Overlaps {
  sets: { id: string; children: number }[];
  combinations: { sets: string[]; children: number }[];
}

/** Who is open to MACE, and on a plan too, on the last day of the sample; and what it should say. */
export async function listsOfMarch(api: Api): Promise<{ found: Told; expected: Told }> {
  const { sets, combinations } = await ask<Overlaps>(api, '/overlaps?on=2025-03-31');
  const mace = sampleJson<Record<string, Told>>('expected.json')['mace-at-2025-03-31']!;
  const both = combinations.filter((row) => row.sets.includes('mace') && row.sets.includes('plan'));
  return {
    found: {
      open: sets.find(({ id }) => id === 'mace')!.children,
      'cp-plan': both.reduce((n, { children }) => n + children, 0),
    },
    expected: { open: mace.open!, 'cp-plan': mace['cp-plan']! },
  };
}

interface Curve {
  cohorts: { cohort: string; starts: number; repeats: number }[];
}

/** The starts and repeats of each curve by financial year. */
export const curveOf = async (api: Api, id: string) => (await ask<Curve>(api, `/curves/${id}`)).cohorts;
