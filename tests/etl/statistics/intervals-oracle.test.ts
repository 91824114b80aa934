import { expect, it } from 'vitest';
import { binomialTest, clopperPearson } from '../../../etl/statistics/binomial.ts';
import { rate } from '../../../etl/statistics/count.ts';
import { fisher } from '../../../etl/statistics/fisher.ts';
import { times } from '../../../etl/statistics/interval.ts';
import { wilson } from '../../../etl/statistics/proportion.ts';
import { rateRatio } from '../../../etl/statistics/rate-ratio.ts';
import { describeWithOracle, expectEqual, oracle } from './oracle.ts';

interface Answer {
  value: number;
  lower: number;
  upper: number;
  p?: number;
}

const STATISTICS: Record<string, (c: Record<'x' | 'n' | 'x2' | 'n2' | 'confidence' | 'multiplier', number>) => Answer> =
  {
    proportion: (c) => ({
      value: (c.x / c.n) * c.multiplier,
      ...times(wilson(c.x, c.n, c.confidence), c.multiplier),
    }),
    rate: (c) => rate(c.x, c.n, c.multiplier, c.confidence),
    binom_exact: (c) => ({
      value: c.x / c.n,
      ...clopperPearson(c.x, c.n, c.confidence),
      p: binomialTest(c.x, c.n, 0.5),
    }),
    rate_ratio: (c) => rateRatio(c.x, c.n, c.x2, c.n2, c.confidence),
    fisher: (c) => fisher(c.x, c.n, c.x2, c.n2, c.confidence),
  };

describeWithOracle('intervals against PHEindicatormethods and R', () => {
  const expected = new Map(oracle('ci_expected').map((row) => [row.case_id, row]));
  for (const row of oracle('ci_cases')) {
    it(`${row.case_id}: ${row.stat} ${row.x}/${row.n} ${row.x2}/${row.n2} at ${row.confidence}`, () => {
      const want = expected.get(row.case_id)!;
      const given = Object.fromEntries(Object.entries(row).map(([name, text]) => [name, Number(text)]));
      const answer = () => STATISTICS[row.stat!]!(given as never);
      if (want.error !== '') return expect(answer).toThrow(RangeError);
      const got = answer();
      expectEqual(got.value, want.value!, 'value');
      expectEqual(got.lower, want.lower!, 'lower');
      expectEqual(got.upper, want.upper!, 'upper');
      if (want.p !== 'NA') expectEqual(got.p!, want.p!, 'p');
    });
  }
});
