import { expect, it } from 'vitest';
import { binomialTest, clopperPearson } from '../../../etl/statistics/binomial.ts';
import { rate } from '../../../etl/statistics/count.ts';
import { fisher } from '../../../etl/statistics/fisher.ts';
import { times } from '../../../etl/statistics/interval.ts';
import { wilsonInterval } from '../../../etl/statistics/proportion.ts';
import { rateRatio } from '../../../etl/statistics/rate-ratio.ts';
import { describeWithOracle, near, oracle } from './oracle.ts';

type Given = Record<'x' | 'n' | 'x2' | 'n2' | 'confidence' | 'multiplier', number>;

const STATISTICS: Record<string, (c: Given) => object> = {
  proportion: (c) => ({
    value: (c.x / c.n) * c.multiplier,
    ...times(wilsonInterval(c.x, c.n, c.confidence), c.multiplier),
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
  for (const row of oracle('ci_cases'))
    it(`${row.case_id}: ${row.stat} ${row.x}/${row.n} ${row.x2}/${row.n2} at ${row.confidence}`, () => {
      const { value, lower, upper, p, error } = expected.get(row.case_id)!;
      const given = Object.fromEntries(Object.entries(row).map(([name, text]) => [name, Number(text)])) as Given;
      const answer = () => STATISTICS[row.stat!]!(given);
      if (error) return expect(answer).toThrow(RangeError);
      const probability = p === 'NA' ? {} : { p: near(p!) };
      expect(answer()).toEqual({ value: near(value!), lower: near(lower!), upper: near(upper!), ...probability });
    });
});
