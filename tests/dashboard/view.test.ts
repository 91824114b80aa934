import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pinnedBy } from '../../dashboard/api/pinned.ts';
import { ofSnapshot, seriesPath, trendPath } from '../../dashboard/api/paths.ts';
import { CURVES, EVERYTHING, GRAINS, keptIn, pinnedIn, readView, writeView } from '../../dashboard/api/view.ts';
import { LASTS, monthsBetween, monthsCovered, monthsOf } from '../../dashboard/api/window.ts';

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
    const view = readView('?where.town=Hanley&to=2025-03&by=risk&grain=quarter&kpi=missing-episodes', KPIS);
    expect(writeView(view)).toBe('?kpi=missing-episodes&grain=quarter&by=risk&to=2025-03&where.town=Hanley');
  });
  it('keeps the snapshot that it pins', () => {
    expect(writeView(EVERYTHING, '?by=town&as_at=3')).toBe('?as_at=3');
    expect(writeView(EVERYTHING, '?as_at=3x')).toBe('');
    expect(pinnedBy('?as_at=0')).toBeUndefined();
  });
  it('leaves out what is not there, and names it', () => {
    const asked = 'grain=day&by=shoe&where.town=Narnia&where.town=Stoke&kpi=none&last=7&curve=x&on=today';
    const { ignored, ...view } = readView(`?${asked}`, KPIS);
    expect(view).toEqual({ ...EVERYTHING, where: { town: ['Stoke'] }, window: {} });
    expect(ignored.toSorted()).toEqual(
      ['grain=day', 'by=shoe', 'kpi=none', 'where.town=Narnia', 'last=7', 'curve=x', 'on=today'].toSorted(),
    );
  });
  it('takes months for what they are, and one of two ways to ask for them', () => {
    const of = (search: string) => readView(search, KPIS);
    expect(of('?from=2024-13&to=yesterday')).toMatchObject({ ignored: ['from=2024-13', 'to=yesterday'] });
    expect(of('?from=2025-02&to=2025-01')).toMatchObject({ window: { from: '2025-02' }, ignored: ['to=2025-01'] });
    expect(of('?from=2025-02&last=12')).toMatchObject({ window: { from: '2025-02' }, ignored: ['last=12'] });
  });
  it('gives back any view that can be chosen', () => {
    const maybe = <T>(...values: T[]) => fc.constantFrom<T | undefined>(undefined, ...values);
    const view = fc.record({
      grain: fc.constantFrom(...GRAINS.map((g) => g.id)),
      by: maybe('town', 'risk'),
      kpi: maybe('missing-episodes', 'missing-rhi-72h'),
      window: fc.oneof(
        fc.record({ last: maybe(...LASTS.map(({ id }) => id)) }),
        fc.record({ from: maybe('2024-01', '2024-12'), to: maybe('2024-12', '2025-03') }),
      ),
      curve: maybe(...CURVES),
      on: maybe('2025-03-31'),
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

it('keeps from page to page what means the same there', () => {
  const search = '?kpi=x&by=town&grain=quarter&last=12&curve=notice&where.town=Stoke&as_at=3';
  expect(keptIn('/mace', search)).toBe('/mace?grain=quarter&last=12&where.town=Stoke&as_at=3');
  expect(keptIn('/mace', '?kpi=x')).toBe('/mace');
  expect(pinnedIn('/quality', search)).toBe('/quality?as_at=3');
});

describe('the months that a window stands for', () => {
  const covered = { from: '2023-04', to: '2025-05' };
  it.each([
    [{}, 'month', { from: '2023-06' }],
    [{}, 'quarter', {}],
    [{ last: '12' }, 'month', { from: '2024-06' }],
    [{ last: '12' }, 'rolling12', { from: '2024-06' }],
    [{ last: 'year' }, 'month', { from: '2025-04' }],
    [{ last: 'all' }, 'month', {}],
    [{ from: '2024-01', to: '2024-03' }, 'month', { from: '2024-01', to: '2024-03' }],
    [{ to: '2024-03' }, 'month', { to: '2024-03' }],
  ] as const)('of %o by %s are %o', (window, grain, months) => {
    expect(monthsOf(window, grain, covered)).toEqual(months);
  });
  it.each([
    ['2025-03', '2024-04'],
    ['2025-04', '2025-04'],
    ['2025-12', '2025-04'],
  ])('of the financial year up to %s begin in %s', (to, from) => {
    expect(monthsOf({ last: 'year' }, 'month', { to })).toEqual({ from });
  });
  it('are offered from the first to the last that any KPI has, latest first', () => {
    const kpis = [
      { covered: { from: '2024-12-01', to: '2025-01-31' } },
      { covered: { from: '2025-01-15', to: '2025-02-10' } },
      { covered: null },
    ];
    expect(monthsBetween(monthsCovered(kpis)!)).toEqual(['2025-02', '2025-01', '2024-12']);
    expect(monthsCovered([{ covered: null }])).toBeUndefined();
    expect(monthsOf({}, 'month', undefined)).toEqual({});
  });
});

it('asks a KPI only for the splits that it has, and for its months', () => {
  const shown = { grain: 'month' as const, by: 'risk', where: { risk: ['Low'], town: ['Not known'] }, from: '2024-04' };
  expect(seriesPath(KPIS[1]!, shown)).toBe(
    '/kpis/missing-rhi-72h/series?grain=month&from=2024-04&where.town=Not+known',
  );
  expect(trendPath(KPIS[0]!, shown)).toBe(
    '/kpis/missing-episodes/trend?grain=month&by=risk&from=2024-04&where.risk=Low&where.town=Not+known',
  );
  expect(trendPath(KPIS[1]!, { grain: 'rolling12', by: undefined, where: {}, to: '2025-03' })).toBe(
    '/kpis/missing-rhi-72h/trend?grain=rolling12&to=2024-04',
  );
  expect([ofSnapshot('/kpis', 3), ofSnapshot('/flow?to=2025', 3)]).toEqual(['/kpis?as_at=3', '/flow?to=2025&as_at=3']);
});
