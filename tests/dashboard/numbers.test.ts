import { describe, expect, it } from 'vitest';
import { changeText, counted, partOf, valueInWords, valueText, whole } from '../../dashboard/words/numbers.ts';
import { EPISODES, HOURS, monthRow, RATE } from './rows.ts';

describe('a value', () => {
  it('has thousands separators', () => expect(whole(1482)).toBe('1,482'));
  it('does not say none, which reads as 0, when nothing was there to divide by', () =>
    expect(valueText(null, RATE)).toBe('No figure'));
  it('is a percentage to one decimal, a count without any', () => {
    expect(valueText(20.779, RATE)).toBe('20.8%');
    expect(valueText(20, RATE)).toBe('20.0%');
    expect(valueText(1482, EPISODES)).toBe('1,482');
    expect(valueText(61.25, HOURS)).toBe('61.3 hours');
  });
  it('carries its unit in a sentence, one of it in the singular', () => {
    expect(valueInWords(164, EPISODES)).toBe('164 episodes');
    expect(valueInWords(1, EPISODES)).toBe('1 episode');
    expect(valueInWords(1, { ...EPISODES, unit: 'children' })).toBe('1 child');
    expect(valueInWords(1, { ...EPISODES, unit: 'children on notices' })).toBe('1 child on notices');
    expect(valueInWords(20.8, RATE)).toBe('20.8%');
  });
  it('shows numerator of denominator beside a rate only', () => {
    expect(partOf(monthRow('2025-03', 20.8, { numerator: 48, denominator: 1231 }), RATE)).toBe('48 of 1,231');
    expect(partOf(monthRow('2025-03', 164), EPISODES)).toBe('');
  });
});

describe('a change', () => {
  it.each([
    [159, 147, EPISODES, 'Up 12 (8%)'],
    [147, 159, EPISODES, 'Down 12 (8%)'],
    [3, 0, EPISODES, 'Up 3'],
    [5, 5, EPISODES, 'No change'],
    [20.8, 25.6, RATE, 'Down 4.8 points'],
    [20.82, 20.8, RATE, 'No change'],
    [62, 61, HOURS, 'Up 1.0 hours'],
  ])('%s against %s', (now, before, kpi, words) => expect(changeText(now, before, kpi)).toBe(words));
});

it('counts one and many', () => {
  expect([counted(1, 'file'), counted(2, 'file'), counted(1200, 'child', 'children')]).toEqual([
    '1 file',
    '2 files',
    '1,200 children',
  ]);
});
