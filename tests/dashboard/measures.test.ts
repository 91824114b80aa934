import { describe, expect, it } from 'vitest';
import { withValue } from '../../dashboard/api/view.ts';
import { GLOSSARY } from '../../dashboard/words/glossary.ts';
import { listed, readList, statesInWords, writeList } from '../../dashboard/words/measures.ts';
import { adds, asideTitle, asOf, isFew, latestOf, ranked, yearBeforeTitle } from '../../dashboard/words/ranked.ts';
import type { KpiSummary } from '../../dashboard/api/shapes.ts';
import { monthRow, point, trendOf } from './rows.ts';

const signal = (variation: KpiSummary['signal']['variation']) => ({ variation }) as KpiSummary['signal'];
const kpi = (title: string, variation: KpiSummary['signal']['variation']) => ({
  title,
  question: 'How many?',
  definition: 'Counts.',
  signal: signal(variation),
});
const KPIS = [kpi('Police notices', 'concern_high'), kpi('Missing children', 'common_cause'), kpi('Open', null)];

describe('the list of KPIs', () => {
  it('finds by every word, and only what is unusual where asked', () => {
    const titles = (text: string, unusual = false) => listed(KPIS, { text, unusual }).map(({ title }) => title);
    expect(titles('')).toHaveLength(3);
    expect(titles('MISSING  how')).toEqual(['Missing children']);
    expect(titles('missing notices')).toEqual([]);
    expect(titles('', true)).toEqual(['Police notices']);
  });

  it('has its view in its address', () => {
    for (const view of [
      { text: '', unusual: false },
      { text: 'a & b', unusual: true },
    ])
      expect(readList(writeList(view))).toEqual(view);
    expect(writeList({ text: '', unusual: false })).toBe('');
  });

  it('says how many are in which state', () => {
    expect(statesInWords(KPIS)).toBe('3 KPIs: 1 worse than usual, 1 no real change, 1 not judged.');
    expect(statesInWords([])).toBe('0 KPIs.');
  });
});

describe('a split', () => {
  const rows = (split: string, values: [string, number][]) =>
    asOf(
      values.map(([label, value]) => trendOf([point('2025-01', value)], { split: { [split]: label } })),
      '2025-01',
    );
  const order = (split: string, values: [string, number][]) =>
    ranked(rows(split, values), { id: split, title: split, values: values.map(([label]) => label) }).map(
      ({ value }) => value,
    );

  it('is told largest first, and what is not known last', () => {
    expect(
      order('town', [
        ['Hanley', 1],
        ['Not known', 9],
        ['Stoke', 5],
      ]),
    ).toEqual(['Stoke', 'Hanley', 'Not known']);
  });

  it('keeps an order of its own', () => {
    expect(
      order('age_band', [
        ['Under 5', 1],
        ['5 to 9', 7],
      ]),
    ).toEqual(['Under 5', '5 to 9']);
  });

  it('has shares only of what adds up: a notice that names two children stands under both of their ages', () => {
    const count = { measure: 'count', unit: 'episodes', counted_once: false } as const;
    expect([adds(count), asideTitle(count)]).toEqual([true, 'Share']);
    expect(adds({ ...count, counted_once: true })).toBe(false);
    expect(adds({ ...count, measure: 'children', counted_once: true })).toBe(false);
    expect([adds({ ...count, measure: 'stock' }), adds({ ...count, measure: 'stock', unit: 'percent' })]).toEqual([
      true,
      false,
    ]);
    expect(asideTitle({ ...count, measure: 'rate', unit: 'percent' })).toBe('Of');
    expect(asideTitle({ ...count, counted_once: true })).toBe('');
    expect([9, 10, 0].map((denominator) => isFew({ denominator }))).toEqual([true, false, false]);
  });

  it('is told at the latest complete period of any value, beside the year before', () => {
    const before = monthRow('2024-02', 4);
    const trends = [
      trendOf([point('2025-01', 1), point('2025-02', 5, { year_before: before })], { split: { town: 'Stoke' } }),
      trendOf([point('2025-02', 2), point('2025-03', 9, { status: 'incomplete' })], { split: { town: 'Hanley' } }),
    ];
    expect(latestOf(trends)?.period).toBe('2025-02');
    expect(asOf(trends, '2025-02').map(({ value, point: { value: n } }) => [value, n])).toEqual([
      ['Stoke', 5],
      ['Hanley', 2],
    ]);
    expect(yearBeforeTitle(asOf(trends, '2025-02'))).toBe('On February 2024');
    expect(yearBeforeTitle(asOf(trends, '2025-01'))).toBe('On the year before');
  });

  it('has a value chosen and no longer chosen by the same link', () => {
    const one = withValue({ sex: ['Male'] }, 'town', 'Stoke');
    expect(one).toEqual({ sex: ['Male'], town: ['Stoke'] });
    expect(withValue(one, 'town', 'Hanley').town).toEqual(['Stoke', 'Hanley']);
    expect(withValue(one, 'town', 'Stoke')).toEqual({ sex: ['Male'] });
  });
});

it('explains the words that the partnership asked for, each once and in one place', () => {
  const ids = GLOSSARY.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const word of ['PPN', 'MACE', 'RHI', 'CIN', 'CPP', 'MASH'])
    expect(
      GLOSSARY.some(({ term }) => term.split(/\W/).includes(word)),
      word,
    ).toBe(true);
});
