import { describe, expect, it } from 'vitest';
import { withValue } from '../../dashboard/api/view.ts';
import { GLOSSARY } from '../../dashboard/words/glossary.ts';
import { listed, readList, statesInWords, writeList } from '../../dashboard/words/measures.ts';
import { ranked } from '../../dashboard/words/ranked.ts';
import type { KpiSummary, SeriesRow } from '../../dashboard/api/shapes.ts';

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
    values.map(([label, value]) => ({ split: { [split]: label }, value }) as unknown as SeriesRow);
  const order = (split: string, values: [string, number][]) =>
    ranked(rows(split, values), { id: split, title: split, values: values.map(([label]) => label) }).map(
      (row) => row.split[split],
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
