import { expect, it } from 'vitest';
import { funnel } from '../../../etl/statistics/funnel.ts';
import { directlyStandardised, indirectlyStandardised } from '../../../etl/statistics/standardised.ts';
import { describeWithOracle, grouped, near, oracle } from './oracle.ts';

describeWithOracle('standardised rates and funnels against PHEindicatormethods', () => {
  const direct = new Map(oracle('dsr_expected').map((row) => [row.case_id, row]));
  for (const [id, rows] of grouped(oracle('dsr_cases'), 'case_id'))
    it.each([
      [0.95, 'lower95_0cl', 'upper95_0cl'],
      [0.998, 'lower99_8cl', 'upper99_8cl'],
    ])(`direct ${id} at %d`, (confidence, lower, upper) => {
      const want = direct.get(id)!;
      const bands = rows.map((r) => ({ x: Number(r.x), n: Number(r.n), standard: Number(r.stdpop) }));
      const got = directlyStandardised(bands, Number(rows[0]!.multiplier), confidence);
      expect(got ?? { value: null, lower: null, upper: null }).toEqual({
        value: near(want.value!),
        lower: near(want[lower]!),
        upper: near(want[upper]!),
      });
    });

  const indirect = new Map(oracle('isr_expected').map((row) => [row.case_id, row]));
  for (const [id, rows] of grouped(oracle('isr_cases'), 'case_id'))
    it(`indirect ${id}`, () => {
      const { observed, expected, value, lowercl, uppercl } = indirect.get(id)!;
      const bands = rows.map((r) => ({
        x: Number(r.x),
        n: Number(r.n),
        reference: { x: Number(r.x_ref), n: Number(r.n_ref) },
      }));
      expect(indirectlyStandardised(bands, 100, Number(rows[0]!.confidence))).toEqual({
        observed: near(observed!),
        expected: near(expected!),
        value: near(value!),
        lower: near(lowercl!),
        upper: near(uppercl!),
      });
    });

  for (const [id, rows] of grouped(oracle('funnel_expected'), 'set_id'))
    it(`funnel ${id}`, () => {
      const places = rows.map((r) => ({ x: Number(r.numerator), n: Number(r.denominator) }));
      const per = Number(rows[0]!.multiplier);
      const kind = rows[0]!.statistic === 'proportion' ? 'proportion' : 'rate';
      expect(funnel(kind, places, per)).toEqual({
        average: near(rows[0]!.baseline!),
        points: rows.map((row, i) => ({
          value: (places[i]!.x / places[i]!.n) * per,
          significance: row.significance,
          two: { lower: near(row.lower2s!), upper: near(row.upper2s!) },
          three: { lower: near(row.lower3s!), upper: near(row.upper3s!) },
        })),
      });
    });
});
