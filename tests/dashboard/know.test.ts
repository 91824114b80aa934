import { describe, expect, it } from 'vitest';
import type { Extract, KpiSummary, Listed } from '../../dashboard/api/shapes.ts';
import { actionsInWords, boardNotes, whatToKnow } from '../../dashboard/pages/overview/know.ts';
import { signal } from './rows.ts';

const kpi = (title: string, variation: KpiSummary['signal']['variation']) =>
  ({ title, signal: signal({ variation }) }) as KpiSummary;
const lines = (kpis: KpiSummary[], extracts: Partial<Extract>[] = []) =>
  whatToKnow(kpis, extracts as Extract[]).map(
    ({ begins, kpis: named, ends }) => begins + named.map((k) => k.title).join(', ') + ends,
  );

describe('what to know', () => {
  it('names what is worse first, at most three, then all that is better, then counts the rest', () => {
    const worse = ['a', 'b', 'c', 'd', 'e'].map((id) => kpi(id, id < 'c' ? 'concern_high' : 'concern_low'));
    const better = ['f', 'g', 'h', 'i'].map((id) => kpi(id, 'improvement_low'));
    const others = [kpi('j', 'common_cause'), kpi('k', 'common_cause'), kpi('l', 'neutral_high'), kpi('m', null)];
    expect(lines([...others, ...better, ...worse])).toEqual([
      'Worse than usual: a, b, c, and 2 more below.',
      'Better than usual: f, g, h, i.',
      '2 KPIs show no real change; 1 changed with no good or bad direction; 1 cannot be judged.',
    ]);
  });
  it('says so when nothing is worse or better', () => {
    expect(lines([kpi('a', 'common_cause')])).toEqual([
      'No KPI is better or worse than usual; 1 KPI shows no real change.',
    ]);
  });
  it('names a target that the figure itself misses, judged or not', () => {
    const against = (title: string, better: 'higher' | 'lower' | 'neither', value: number) =>
      ({ ...kpi(title, null), better, latest: { value }, target: { value: 10 } }) as KpiSummary;
    expect(
      lines([
        against('a', 'higher', 9),
        against('b', 'higher', 10),
        against('c', 'lower', 11),
        against('d', 'neither', 9),
      ]),
    ).toEqual([
      'Target not met in the latest figure: a, c.',
      'No KPI is better or worse than usual; 4 cannot be judged.',
    ]);
  });
  it('says which data are late', () => {
    const extracts = [
      { title: 'Missing', agency_title: 'Police', state: 'late' as const },
      { title: 'Contacts', agency_title: 'Council', state: 'up to date' as const },
    ];
    expect(lines([kpi('a', 'concern_low')], extracts)).toEqual(['Worse than usual: a.', 'Late: Missing (Police).']);
    const all = ['a', 'b', 'c'].map((title) => ({ title, agency_title: 'Police', state: 'late' as const }));
    expect(lines([], all)).toEqual(['No KPI is better or worse than usual.', 'Late: 3 extracts of Police.']);
  });
});

describe('from the board', () => {
  const said = { owner: 'Chair', source: 'Minutes' };
  const row = (decision: object | null, holds = true) => ({ holds, decision }) as Listed;
  const meeting = (on: string) => ({ kind: 'meeting', on, text: 'Board', ...said });
  const action = (due: string, done_on: string | null = null) => ({
    kind: 'action',
    kpi: null,
    on: '2026-06-01',
    text: 'x',
    due,
    done_on,
    ...said,
  });
  const comment = (on: string, text: string, kpi: string | null = null) => ({
    kind: 'comment',
    kpi,
    on,
    text,
    ...said,
  });

  it('gives the last meeting that was held and that still stands', () => {
    const listed = [
      row(meeting('2026-06-19')),
      row(meeting('2026-09-18'), false),
      row(meeting('2026-12-18')),
      row(null),
    ];
    expect(boardNotes(listed, '2026-11-21').lastMet).toBe('2026-06-19');
    expect(boardNotes([], '2026-11-21')).toEqual({
      lastMet: undefined,
      comment: undefined,
      actions: [],
      overdue: 0,
    });
  });
  it('gives the latest comment on all figures, and not one on a single KPI', () => {
    const listed = [
      row(comment('2026-10-01', 'new')),
      row(comment('2026-07-01', 'old')),
      row(comment('2026-11-01', 'one', 'x')),
    ];
    expect(boardNotes(listed, '2026-11-21').comment).toMatchObject({ text: 'new', owner: 'Chair' });
  });
  it('counts what is open and what is overdue', () => {
    const listed = [row(action('2026-11-20')), row(action('2026-11-21')), row(action('2026-10-01', '2026-09-30'))];
    const notes = boardNotes(listed, '2026-11-21');
    expect(notes).toMatchObject({ actions: { length: 2 }, overdue: 1 });
    expect(actionsInWords(notes)).toBe('2 actions open, 1 overdue');
  });
});
