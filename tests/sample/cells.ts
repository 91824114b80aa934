// The right answers of expected.json as one list of cells that can be asked one by one.
import { sampleJson } from '../agency-files.ts';

export interface Cell {
  kpi: string;
  grain: 'month' | 'year' | 'all';
  period: string;
  split?: Record<string, string>;
  numerator: number;
  denominator?: number;
}

type Rate = { numerator: number; denominator: number };
type Counts = Record<string, number>;
const grainOf = (period: string): Cell['grain'] =>
  /^\d{4}-\d{2}$/.test(period) && Number(period.slice(5)) <= 12 ? 'month' : 'year';

const counted = (kpi: string, answers: Record<'month' | 'year', Counts>): Cell[] =>
  (['month', 'year'] as const).flatMap((grain) =>
    Object.entries(answers[grain]).map(([period, numerator]) => ({ kpi, grain, period, numerator })),
  );
const rated = (kpi: string, answers: Record<string, Rate>): Cell[] =>
  Object.entries(answers).map(([period, rate]) => ({ kpi, grain: grainOf(period), period, ...rate }));

/** Every cell whose answer is exact. */
export function exactCells(): Cell[] {
  const e = sampleJson<Record<string, any>>('expected.json');
  const mace = e['mace-at-2025-03-31'] as { open: number; [key: string]: number | Rate };
  const ofOpen = (kpi: string, n: number): Cell => ({
    kpi,
    grain: 'month',
    period: '2025-03',
    numerator: n,
    denominator: mace.open,
  });
  return [
    ...['missing-episodes', 'missing-children', 'ppn-received', 'ppn-notices', 'police-contacts'].flatMap((kpi) =>
      counted(kpi, e[kpi]),
    ),
    ...['missing-rhi-72h', 'ppn-repeat-12m', 'ppn-triaged-next-day', 're-referrals-12m'].flatMap((kpi) =>
      rated(kpi, e[kpi]),
    ),
    ...Object.entries(e['ppn-triage-outcome']).flatMap(([period, outcomes]) =>
      Object.entries(outcomes as Counts).map(([outcome, numerator]): Cell => ({
        kpi: 'ppn-triage-outcome',
        grain: 'year',
        period,
        split: { outcome },
        numerator,
      })),
    ),
    { kpi: 'mace-open', grain: 'month', period: '2025-03', numerator: mace.open },
    ofOpen('mace-cp-plan', mace['cp-plan'] as number),
    ofOpen('mace-sen', mace.sen as number),
    ofOpen('mace-no-plan', mace['no-plan'] as number),
    ofOpen('mace-missing-90d', mace['missing-90d'] as number),
    { kpi: 'mace-consultation-overdue', grain: 'month', period: '2025-03', ...(mace['consultation-overdue'] as Rate) },
  ];
}

/** The cells that rest on matching children over agencies, where one per cent is allowed. */
export function matchedCells(): Cell[] {
  const e = sampleJson<Record<string, any>>('expected.json');
  return [
    ...rated('repeat-concerns-12m', e['repeat-concerns-12m']),
    ...Object.entries(e['children-known'] as Counts).map(([agency, numerator]): Cell => ({
      kpi: 'children-known',
      grain: 'all',
      period: 'all',
      split: { agency },
      numerator,
    })),
  ];
}
