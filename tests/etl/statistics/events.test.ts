import fc from 'fast-check';
import { expect, it } from 'vitest';
import { betweenEvents } from '../../../etl/statistics/between-events.ts';
import { kaplanMeier } from '../../../etl/statistics/kaplan-meier.ts';
import { gChart, tChart } from '../../../etl/statistics/rare-events.ts';
import { onDay, repeatCurve } from '../../../etl/statistics/repeat-curve.ts';

const everyDays = (days: readonly number[]) =>
  days.reduce(
    (dates, gap) => [...dates, new Date(Date.parse(dates.at(-1)!) + gap * 86_400_000).toISOString().slice(0, 10)],
    ['2022-01-01'],
  );

it('draws a g chart round the median, worked by hand', () => {
  expect(gChart([2, 4, 12])).toEqual({ centre: 4, lower: 0, upper: 6 + 3 * Math.sqrt(42) });
  expect(gChart([1, 2, 3, 6]).centre).toBe(2.5);
  expect(() => gChart([])).toThrow(RangeError);
  expect(() => gChart([1.5, 2])).toThrow(RangeError);
  expect(() => gChart([-1, 2])).toThrow(RangeError);
});

it('draws a t chart of equal times without a spread, and refuses two events at once', () => {
  const even = tChart([10, 10, 10]);
  expect(even.centre).toBeCloseTo(10, 10);
  expect(even.upper).toBeCloseTo(10, 10);
  expect(() => tChart([1, 0, 2])).toThrow(RangeError);
  expect(() => tChart([1])).toThrow(RangeError);
});

it('screens the moving ranges of a t chart', () => {
  // On the scale of the power: ranges of 1 and one of 19, which is over 3.267 times their average.
  const powers = [10, 11, 10, 11, 10, 11, 30];
  const mean = powers.reduce((a, b) => a + b, 0) / powers.length;
  const { lower, upper } = tChart(powers.map((y) => y ** 3.6));
  expect(upper ** (1 / 3.6)).toBeCloseTo(mean + 3 / 1.128, 9);
  expect(lower ** (1 / 3.6)).toBeCloseTo(mean - 3 / 1.128, 9);
});

it('counts days between events, and the days since the last one apart', () => {
  const got = betweenEvents(['2024-03-01', '2024-02-28', '2024-03-01'], '2024-03-31');
  expect(got.gaps).toEqual([
    { from: '2024-02-28', to: '2024-03-01', days: 2 },
    { from: '2024-03-01', to: '2024-03-01', days: 0 },
  ]);
  expect(got).toMatchObject({ open: 30, limits: null, signal: null });
  expect(betweenEvents([], '2024-03-31')).toEqual({ gaps: [], open: null, limits: null, signal: null });
  expect(() => betweenEvents(['2024-04-01'], '2024-03-31')).toThrow(RangeError);
});

it('has limits from ten events', () => {
  const nine = everyDays(Array(8).fill(30));
  expect(betweenEvents(nine, '2023-01-01').limits).toBeNull();
  const ten = everyDays(Array(9).fill(30));
  expect(betweenEvents(ten, '2023-01-01').limits).toMatchObject({ centre: 30 });
});

it('signals a long time without an event only once it is beyond the limit', () => {
  const dates = everyDays([30, 20, 40, 30, 20, 40, 30, 20, 40, 30]);
  const last = Date.parse(dates.at(-1)!);
  const after = (days: number) => betweenEvents(dates, new Date(last + days * 86_400_000).toISOString().slice(0, 10));
  const { upper } = after(0).limits!;
  expect(after(Math.floor(upper)).signal).toBeNull();
  expect(after(Math.ceil(upper)).signal).toBe('longer');
});

it('signals seven short gaps in a row, and not six', () => {
  const six = everyDays([90, 80, 90, 70, 90, 80, 90, 5, 6, 5, 4, 5, 6]);
  const seven = everyDays([90, 80, 90, 70, 90, 80, 90, 5, 6, 5, 4, 5, 6, 5]);
  expect(betweenEvents(six, six.at(-1)!).signal).toBeNull();
  expect(betweenEvents(seven, seven.at(-1)!).signal).toBe('closer');
});

it('is the plain share where nobody is lost from sight', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 60 }), (times) => {
      const { steps } = kaplanMeier(times.map((time) => ({ time, event: true })));
      for (const { time, survival } of steps)
        expect(survival).toBeCloseTo(times.filter((t) => t > time).length / times.length, 10);
    }),
  );
});

it('has Greenwood’s variance, which has a closed form where nobody is lost', () => {
  const { steps } = kaplanMeier([1, 2, 3, 4, 5].map((time) => ({ time, event: true })));
  const s = 0.4;
  const spread = Math.exp((1.959963984540054 * Math.sqrt((1 - s) / (5 * s))) / -Math.log(s));
  expect(steps[2]!.lower).toBeCloseTo(s ** spread, 9);
  expect(steps[2]!.upper).toBeCloseTo(s ** (1 / spread), 9);
  expect(steps.at(-1)).toMatchObject({ survival: 0, lower: null, upper: null });
});

it('never rises, and has its interval round it', () => {
  const followed = fc.record({ time: fc.nat(50), event: fc.boolean() });
  fc.assert(
    fc.property(fc.array(followed, { minLength: 1, maxLength: 60 }), (people) => {
      let before = 1;
      for (const { survival, lower, upper, atRisk } of kaplanMeier(people).steps) {
        expect(survival <= before && atRisk > 0).toBe(true);
        if (lower !== null) expect(lower <= survival && survival <= upper!).toBe(true);
        before = survival;
      }
    }),
  );
});

it('counts whoever leaves on the day of an event as at risk of it', () => {
  const { steps } = kaplanMeier([
    { time: 5, event: true },
    { time: 5, event: false },
    { time: 9, event: false },
  ]);
  expect(steps[0]).toMatchObject({ time: 5, atRisk: 3, events: 1, censored: 1 });
  expect(steps[0]!.survival).toBeCloseTo(2 / 3, 12);
  expect(steps[1]!.survival).toBeCloseTo(2 / 3, 12);
});

it('has a median where the curve falls to a half, midway where it rests on it, and none where it does not', () => {
  const at = (...times: [number, boolean][]) =>
    kaplanMeier(times.map(([time, event]) => ({ time, event }))).median.value;
  expect(at([1, true], [2, true], [3, true])).toBe(2);
  expect(at([1, true], [2, true], [6, true], [7, true])).toBe(4);
  expect(at([1, true], [2, true], [6, false], [7, false])).toBe(2);
  expect(at([1, true], [2, false], [6, false])).toBeNull();
  expect(() => kaplanMeier([{ time: -1, event: true }])).toThrow(RangeError);
});

it('draws repeats as far as ten are followed', () => {
  const people = Array.from({ length: 12 }, (_, i) => ({ time: 10 * (i + 1), event: i % 2 === 0 }));
  const curve = repeatCurve(people);
  expect(curve.steps.map((s) => s.at_risk)).toEqual([12, 11, 10]);
  expect(curve.steps[0]!.value).toBeCloseTo(100 / 12, 10);
  for (const { lower, value, upper } of curve.steps) expect(lower <= value && value <= upper).toBe(true);
  expect(curve.median).toBeNull();
  expect(onDay(curve, 5)).toBeNull();
  expect(onDay(curve, 15)).toBe(curve.steps[0]);
  expect(onDay(curve, 30)).toBe(curve.steps[2]);
  expect(onDay(curve, 31)).toBeNull();
});
