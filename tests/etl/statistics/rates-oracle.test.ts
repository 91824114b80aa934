import { expect, it } from 'vitest';
import { funnel } from '../../../etl/statistics/funnel.ts';
import { directlyStandardised, indirectlyStandardised } from '../../../etl/statistics/standardised.ts';
import { describeWithOracle, expectEqual, grouped, oracle } from './oracle.ts';

describeWithOracle('standardised rates and funnels against PHEindicatormethods', () => {
  const direct = new Map(oracle('dsr_expected').map((row) => [row.case_id, row]));
  for (const [id, rows] of grouped(oracle('dsr_cases'), 'case_id'))
    it(`direct ${id}`, () => {
      const want = direct.get(id)!;
      const bands = rows.map((r) => ({ x: Number(r.x), n: Number(r.n), standard: Number(r.stdpop) }));
      for (const [confidence, name] of [
        [0.95, '95_0'],
        [0.998, '99_8'],
      ] as const) {
        const got = directlyStandardised(bands, Number(rows[0]!.multiplier), confidence);
        expectEqual(got?.value ?? null, want.value!, 'value');
        expectEqual(got?.lower ?? null, want[`lower${name}cl`]!, `lower ${name}`);
        expectEqual(got?.upper ?? null, want[`upper${name}cl`]!, `upper ${name}`);
      }
    });

  const indirect = new Map(oracle('isr_expected').map((row) => [row.case_id, row]));
  for (const [id, rows] of grouped(oracle('isr_cases'), 'case_id'))
    it(`indirect ${id}`, () => {
      const want = indirect.get(id)!;
      const bands = rows.map((r) => ({
        x: Number(r.x),
        n: Number(r.n),
        reference: { x: Number(r.x_ref), n: Number(r.n_ref) },
      }));
      const got = indirectlyStandardised(bands, 100, Number(rows[0]!.confidence));
      expectEqual(got.observed, want.observed!, 'observed');
      expectEqual(got.expected, want.expected!, 'expected');
      expectEqual(got.value, want.value!, 'value');
      expectEqual(got.lower, want.lowercl!, 'lower');
      expectEqual(got.upper, want.uppercl!, 'upper');
    });

  for (const [id, rows] of grouped(oracle('funnel_expected'), 'set_id'))
    it(`funnel ${id}`, () => {
      const places = rows.map((r) => ({ x: Number(r.numerator), n: Number(r.denominator) }));
      const kind = rows[0]!.statistic === 'proportion' ? 'proportion' : 'rate';
      const got = funnel(kind, places, Number(rows[0]!.multiplier));
      rows.forEach((row, i) => {
        const point = got.points[i]!;
        expectEqual(got.average, row.baseline!, 'average');
        expect(point.significance, row.area).toBe(row.significance);
        expectEqual(point.two.lower, row.lower2s!, `${row.area} lower of two`);
        expectEqual(point.two.upper, row.upper2s!, `${row.area} upper of two`);
        expectEqual(point.three.lower, row.lower3s!, `${row.area} lower of three`);
        expectEqual(point.three.upper, row.upper3s!, `${row.area} upper of three`);
      });
    });
});
