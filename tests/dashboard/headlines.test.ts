import { expect, it } from 'vitest';
import type { KpiSummary } from '../../dashboard/api/shapes.ts';
import { headlines, judged, sparkRows } from '../../dashboard/pages/overview/headlines.ts';
import { monthRow, signal } from './rows.ts';

const kpi = (id: string, priority: string, more: Partial<KpiSummary> = {}) =>
  ({ id, priority, chart: 'xmr', latest: monthRow('2025-03', 1), spark: [], ...more }) as KpiSummary;
const priority = (id: string) => ({ id, title: id, question: '' });

it('takes at most four KPIs of a priority, the board’s first, and only what can be followed over time', () => {
  const kpis = [
    ...['a', 'b', 'c', 'mace-open', 'd'].map((id) => kpi(id, 'mace')),
    kpi('never-counted', 'ppn', { latest: null }),
    kpi('children-known', 'ppn', { chart: 'none' }),
  ];
  const groups = headlines([priority('ppn'), priority('mace')], kpis);
  expect(groups.map((g) => [g.priority.id, g.kpis.map((k) => k.id)])).toEqual([['mace', ['mace-open', 'a', 'b', 'c']]]);
});

it('takes at most twelve in all, from the longest groups', () => {
  const of = (id: string, count: number) => Array.from({ length: count }, (_, i) => kpi(`${id}${i}`, id));
  const groups = headlines(['a', 'b', 'c', 'd'].map(priority), [
    ...of('a', 2),
    ...of('b', 4),
    ...of('c', 3),
    ...of('d', 9),
  ]);
  expect(groups.map((g) => g.kpis.map((k) => k.id).join())).toEqual(['a0,a1', 'b0,b1,b2,b3', 'c0,c1,c2', 'd0,d1,d2']);
});

it('names the month that was judged only where it is not the latest', () => {
  const spark = [monthRow('2025-02', 1), monthRow('2025-03', 1)];
  const of = (more: Parameters<typeof signal>[0], latest = spark[1]!) =>
    judged({ spark, latest, signal: signal(more), unit: 'percent', measure: 'rate' } as unknown as KpiSummary);
  expect(of({ period: '2025-03' })).toBeUndefined();
  expect(of({ period: '2025-02' })).toBe('February 2025: 1.0%');
  expect(of({ period: '2025-02', variation: null })).toBeUndefined();
});

it('ends a sparkline at the figure beside it, not at a month that has only begun', () => {
  const spark = [monthRow('2025-02', 9), monthRow('2025-03', 8), monthRow('2025-04', 1, { status: 'incomplete' })];
  expect(sparkRows({ spark, latest: spark[1]! })).toEqual(spark.slice(0, 2));
});

it('goes two years back and no more, also where a figure comes each quarter', () => {
  const spark = [monthRow('2022-12', 9), monthRow('2023-03', 8), monthRow('2023-06', 7), monthRow('2025-03', 6)];
  expect(sparkRows({ spark, latest: spark[3]! })).toEqual(spark.slice(2));
});
