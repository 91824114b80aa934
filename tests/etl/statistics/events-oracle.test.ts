import { expect, it } from 'vitest';
import { kaplanMeier } from '../../../etl/statistics/kaplan-meier.ts';
import { gChart, tChart } from '../../../etl/statistics/rare-events.ts';
import { describeWithOracle, grouped, near, oracle } from './oracle.ts';

describeWithOracle('rare events against qicharts2', () => {
  const series = new Map(grouped(oracle('rare_series'), 'series_id'));
  for (const [id, [row]] of grouped(oracle('rare_expected'), 'series_id'))
    it(id, () => {
      const values = series.get(id)!.map(({ value }) => Number(value));
      const chart = row!.chart === 'g' ? gChart : tChart;
      if (row!.error) return expect(() => chart(values)).toThrow(RangeError);
      expect(chart(values)).toEqual({ centre: near(row!.cl!), lower: near(row!.lcl!), upper: near(row!.ucl!) });
    });
});

describeWithOracle('time to an event against R survival', () => {
  const cases = new Map(grouped(oracle('km_cases'), 'case_id'));
  for (const [id, rows] of grouped(oracle('km_expected'), 'case_id'))
    it(id, () => {
      const followed = cases.get(id)!.map((row) => ({ time: Number(row.time), event: row.event === '1' }));
      const { median, median_lower, median_upper } = rows[0]!;
      expect(kaplanMeier(followed)).toEqual({
        steps: rows.map((row) => ({
          time: Number(row.time),
          atRisk: Number(row.n_risk),
          events: Number(row.n_event),
          censored: Number(row.n_censor),
          survival: near(row.surv!),
          lower: near(row.lower!),
          upper: near(row.upper!),
        })),
        median: { value: near(median!), lower: near(median_lower!), upper: near(median_upper!) },
      });
    });
});
