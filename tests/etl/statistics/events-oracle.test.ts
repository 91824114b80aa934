import { expect, it } from 'vitest';
import { kaplanMeier } from '../../../etl/statistics/kaplan-meier.ts';
import { gChart, tChart } from '../../../etl/statistics/rare-events.ts';
import { describeWithOracle, expectEqual, grouped, oracle } from './oracle.ts';

describeWithOracle('rare events against qicharts2', () => {
  const series = new Map(grouped(oracle('rare_series'), 'series_id'));
  for (const [id, rows] of grouped(oracle('rare_expected'), 'series_id'))
    it(id, () => {
      const values = series.get(id)!.map((row) => Number(row.value));
      const chart = rows[0]!.chart === 'g' ? gChart : tChart;
      if (rows[0]!.error !== '') return expect(() => chart(values)).toThrow(RangeError);
      const got = chart(values);
      for (const row of rows) {
        expectEqual(got.centre, row.cl!, 'centre');
        expectEqual(got.lower, row.lcl!, 'lower');
        expectEqual(got.upper, row.ucl!, 'upper');
      }
    });
});

describeWithOracle('time to an event against R survival', () => {
  const cases = new Map(grouped(oracle('km_cases'), 'case_id'));
  for (const [id, rows] of grouped(oracle('km_expected'), 'case_id'))
    it(id, () => {
      const followed = cases.get(id)!.map((row) => ({ time: Number(row.time), event: row.event === '1' }));
      const { steps, median } = kaplanMeier(followed);
      expect(steps).toHaveLength(rows.length);
      rows.forEach((row, i) => {
        const step = steps[i]!;
        expect([step.time, step.atRisk, step.events, step.censored].map(String)).toEqual([
          row.time,
          row.n_risk,
          row.n_event,
          row.n_censor,
        ]);
        expectEqual(step.survival, row.surv!, `S(${row.time})`);
        expectEqual(step.lower, row.lower!, `lower at ${row.time}`);
        expectEqual(step.upper, row.upper!, `upper at ${row.time}`);
      });
      expectEqual(median.value, rows[0]!.median!, 'median');
      expectEqual(median.lower, rows[0]!.median_lower!, 'lower of the median');
      expectEqual(median.upper, rows[0]!.median_upper!, 'upper of the median');
    });
});
