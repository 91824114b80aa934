import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GRAINS, readView, seriesPath, writeView } from '../../dashboard/api/view.ts';

const town = { id: 'town', title: 'Town', values: ['Hanley', 'Stoke', 'Not known'] };
const risk = { id: 'risk', title: 'Risk', values: ['High & rising', 'Low'] };
const KPIS = [
  { id: 'missing-episodes', splits: [town, risk] },
  { id: 'missing-rhi-72h', splits: [town] },
];

describe('the address of a view', () => {
  it('is empty for the default', () => {
    expect(writeView(readView('', KPIS))).toBe('');
  });
  it('holds only what differs, in a fixed order', () => {
    const view = readView('?where.town=Hanley&by=risk&grain=quarter&kpi=missing-episodes', KPIS);
    expect(writeView(view)).toBe('?kpi=missing-episodes&grain=quarter&by=risk&where.town=Hanley');
  });
  it('leaves out what is not there, and names it', () => {
    const { ignored, ...view } = readView('?grain=day&by=shoe&where.town=Narnia&where.town=Stoke&kpi=none', KPIS);
    expect(view).toEqual({ grain: 'month', by: undefined, kpi: undefined, where: { town: ['Stoke'] } });
    expect(ignored).toEqual(['grain=day', 'by=shoe', 'kpi=none', 'where.town=Narnia']);
  });
  it('gives back any view that can be chosen', () => {
    const maybe = <T>(...values: T[]) => fc.constantFrom<T | undefined>(undefined, ...values);
    const view = fc.record({
      grain: fc.constantFrom(...GRAINS.map((g) => g.id)),
      by: maybe('town', 'risk'),
      kpi: maybe('missing-episodes', 'missing-rhi-72h'),
      where: fc.record(
        {
          town: fc.subarray(town.values, { minLength: 1 }),
          risk: fc.subarray(risk.values, { minLength: 1 }),
        },
        { requiredKeys: [] },
      ),
    });
    fc.assert(
      fc.property(view, (one) => {
        expect(readView(writeView(one), KPIS)).toEqual({ ...one, ignored: [] });
      }),
    );
  });
});

it('asks a KPI only for the splits that it has', () => {
  const view = { grain: 'month' as const, by: 'risk', where: { risk: ['Low'], town: ['Not known'] } };
  expect(seriesPath(KPIS[1]!, view)).toBe('/kpis/missing-rhi-72h/series?grain=month&where.town=Not+known');
  expect(seriesPath(KPIS[0]!, view, 'csv')).toBe(
    '/kpis/missing-episodes/series?grain=month&by=risk&where.risk=Low&where.town=Not+known&format=csv',
  );
});
