import { describe, expect, it } from 'vitest';
import {
  againstTarget,
  gapsInWords,
  judgementInWords,
  markInWords,
  rangeInWords,
  senseOf,
  signalInWords,
  sinceInWords,
  targetText,
} from '../../dashboard/words/signal.ts';
import { baseline, EPISODES, point, RATE, signal, trendOf } from './rows.ts';

const TARGET = { from: '2025-01-01', to: null, value: 20, owner: 'Board', source: 'Minutes' };
const points = [point('2025-02', 21), point('2025-03', 22)];

describe('the sentence above a chart', () => {
  it('says whether the last figure is unusual, and names its period where it is not the last shown', () => {
    const worse = trendOf(points, { signal: signal({ variation: 'concern_high', words: 'Worse than usual' }) });
    expect(signalInWords(worse, RATE, '2025-03')).toBe('Worse than usual.');
    expect(signalInWords(worse, RATE, '2025-04')).toBe('Worse than usual in March 2025.');
  });
  it('says whether the target will be met', () => {
    const trend = trendOf(points, {
      target: TARGET,
      signal: signal({ assurance: 'inconsistent', target_words: 'May or may not meet the target' }),
    });
    expect(signalInWords(trend, RATE, '2025-03')).toBe('No real change. May or may not meet the target of 20.0%.');
  });
  it('says why there is none', () => {
    const trend = trendOf(points, {
      signal: signal({ variation: null, words: 'Too few months to say', because: 'Limits need 13 final figures.' }),
    });
    expect(signalInWords(trend, RATE, '2025-03')).toBe('Too few months to say: limits need 13 final figures.');
  });
});

it('says since when it has been unusual, also where that is before what is shown', () => {
  const worse = signal({ variation: 'concern_high', words: 'Worse than usual', period: '2025-04' });
  const since = ({ period, from, to }: { period: string; from: string; to: string }) => ({ period, from, to });
  const [march, april] = [point('2025-03', 21), point('2025-04', 22)];
  const run = trendOf([april], { signal: worse, since: since(march) });
  expect(sinceInWords(run)).toBe('Worse than usual since March 2025');
  expect(signalInWords(run, RATE, '2025-04')).toBe('Worse than usual since March 2025.');
  expect(sinceInWords(trendOf([april], { signal: worse, since: since(april) }))).toBe('Worse than usual in April 2025');
  expect(sinceInWords(trendOf([april]))).toBe('');
});

it('has a sense for each variation, and one where nothing is judged', () => {
  const of = (variation: Parameters<typeof senseOf>[0]['variation']) => senseOf({ variation });
  expect(of('concern_low')).toBe('worse');
  expect(of('improvement_low')).toBe('better');
  expect(of('neutral_low')).toBe('lower');
  expect(of('common_cause')).toBe('same');
  expect(of(null)).toBe('unknown');
});

describe('a table', () => {
  const trend = trendOf(points, { baselines: [baseline(), baseline({ limits: null, why: 'too few' })] });
  it('gives the range that a figure was judged by', () => {
    expect(rangeInWords(point('2025-01', 9), trend, RATE)).toBe('10.0% to 30.0%');
    expect(rangeInWords(point('2025-01', 9), trend, EPISODES)).toBe('10 to 30');
    const between = baseline({
      limits: { mean: 20, lower: 9.3, upper: 30.8, drawn: { lower: 9.3, upper: 30.8, trimmed_at: [] } },
    });
    expect(rangeInWords(point('2025-01', 9), trendOf([], { baselines: [between] }), EPISODES)).toBe('10 to 30');
    expect(rangeInWords(point('2025-01', 9, { baseline: 1 }), trend, RATE)).toBe('None');
    expect(rangeInWords(point('2025-01', 9, { baseline: null }), trend, RATE)).toBe('None');
  });
  it('says what was judged, and never that a figure without limits is not unusual', () => {
    const unusual = { sense: 'worse' as const, words: 'Below the usual range' };
    expect(judgementInWords(point('2025-01', 9, { unusual }), trend)).toBe('Below the usual range');
    expect(judgementInWords(point('2025-01', 15), trend)).toBe('No');
    expect(judgementInWords(point('2025-01', 15, { baseline: 1 }), trend)).toBe('Not judged');
    expect(judgementInWords(point('2025-01', 15, { status: 'provisional', baseline: null }), trend)).toBe('Not final');
  });
});

it('lists what was noted', () => {
  const mark = { number: 1, on: '2024-09-01', period: '2024-09', title: 'Triage began', owner: 'Board' };
  expect(markInWords({ ...mark, kind: 'event' })).toBe('1 September 2024: Triage began (Board).');
  expect(markInWords({ ...mark, kind: 'rebase' })).toBe('1 September 2024: limits begin anew. Triage began (Board).');
  expect(targetText(null, RATE)).toBe('None');
  expect(targetText(TARGET, RATE)).toBe('20.0%');
  expect(againstTarget({ target: null, signal: signal() })).toBe('No target');
  expect(againstTarget({ target: TARGET, signal: signal() })).toBe('Not judged');
  const fails = signal({ assurance: 'consistent_fail', target_words: 'Will not meet the target' });
  expect(againstTarget({ target: TARGET, signal: fails })).toBe('Will not meet');
  expect(gapsInWords([])).toBe('');
  expect(
    gapsInWords([
      { from: '2025-01-01', to: '2025-01-31' },
      { from: '2025-03-01', to: '2025-04-30' },
    ]),
  ).toMatch(/neighbours: January 2025; March 2025 to April 2025\.$/);
});
