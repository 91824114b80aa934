import { expect, it } from 'vitest';
import { gravest, lookedAt, partsInWords } from '../../dashboard/words/parts.ts';

type Parts = Parameters<typeof gravest>[0][number];
type Variation = Parts['unusual'][number]['signal']['variation'];
const part = (value: string, variation: Variation, since: string) => ({
  value,
  since,
  signal: { period: '2026-09', variation, words: '', assurance: null, target_words: null, because: null },
});
const parts = (...unusual: Parts['unusual']): Parts => ({
  kpi: 'missing-episodes',
  by: { id: 'town', title: 'Town' },
  judged: 7,
  unusual,
});

it('says where a change is and since when, what rises first', () => {
  const found = parts(
    part('Fenton', 'neutral_low', '2026-04-01'),
    part('Burslem', 'neutral_high', '2026-03-01'),
    part('Hanley', 'neutral_low', '2026-01-01'),
    part('Longton', 'neutral_low', '2026-04-01'),
    part('Stoke', 'neutral_low', '2026-04-01'),
  );
  expect(partsInWords(found)).toBe(
    'higher in Burslem since March 2026, lower in Hanley since January 2026, in Fenton, Longton and Stoke since April 2026',
  );
  expect(gravest([parts(), found])).toBe('higher');
});

it('says worse before better', () => {
  const found = parts(part('Hanley', 'improvement_low', '2026-03-01'), part('Stoke', 'concern_high', '2026-05-01'));
  expect(partsInWords(found)).toBe('worse in Stoke since May 2026, better in Hanley since March 2026');
  expect(gravest([found])).toBe('worse');
});

it('says how much was looked at, and by what', () => {
  expect(lookedAt([parts(), parts()])).toBe('14 series by town looked at: a few stand out by chance.');
  expect(gravest([parts()])).toBe('same');
});
