import { expect, it } from 'vitest';
import type { Changes } from '../../dashboard/api/shapes.ts';
import { changesInShort, moveInWords } from '../../dashboard/words/changes.ts';
import { monthRow } from './rows.ts';

const signal = {
  period: null,
  variation: null,
  words: 'Too few months to say',
  assurance: null,
  target_words: null,
  because: 'Too few.',
};
const said = (value: number) => ({ latest: monthRow('2026-09', value), signal, target: null });
const none: Changes = {
  since: '2026-09-18',
  basis: 'that day',
  before: { number: 1, built_at: '2026-09-18T17:00:00Z' },
  now: { number: 2, built_at: '2026-11-21T17:00:00Z' },
  kpis: [],
  signals: [],
  unjudged: [],
  parts: [],
  figures: [],
  definitions: [],
  faults: [],
};

it('says of each list what it holds, also that it holds nothing', () => {
  expect(changesInShort(none)).toBe(
    'No signal changed; no town or other part changed; no figure moved that cannot be judged; no figure was revised; no definition changed; no data fault opened or closed.',
  );
  const changed = ['Burslem', 'Fenton'].map((value) => ({ value, was: null, now: said(3) }));
  const part = { kpi: 'a', by: { id: 'town', title: 'Town' }, judged: 7 };
  const parts = [{ ...part, changed }];
  expect(changesInShort({ ...none, parts, unjudged: [{ kpi: 'a', was: said(1), now: said(2) }] })).toMatch(
    /^No signal changed; 2 towns or other parts changed; 1 figure moved that cannot be judged;/,
  );
});

it('says how far a figure moved that is not judged', () => {
  const kpi = { id: 'a', title: 'A', unit: 'percent', measure: 'rate', better: 'lower', compared: true } as const;
  expect(moveInWords({ kpi: 'a', was: said(6), now: said(8.8) }, kpi)).toBe('Up 2.8 points');
});
