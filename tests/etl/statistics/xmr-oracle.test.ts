import { expect, it } from 'vitest';
import { xmr } from '../../../etl/statistics/xmr.ts';
import { describeWithOracle, grouped, near, oracle, type Row } from './oracle.ts';

const BETTER = { increase: 'higher', decrease: 'lower', neutral: 'neither' } as const;
const TRUTH: Record<string, boolean | null> = { TRUE: true, FALSE: false, NA: null };

const blankOr = <T>(text: string | undefined, read: (text: string) => T) => (text ? read(text) : null);

const chart = (config: Row, series: Row[]) =>
  xmr(
    series.map(({ date, value }) => ({ date: date!, value: blankOr(value, Number) })),
    {
      better: BETTER[config.improvement_direction as keyof typeof BETTER],
      target: blankOr(config.target, Number),
      rebases: blankOr(config.rebase_dates, (dates) => dates.split(';')) ?? [],
      fixAfter: blankOr(config.fix_after_n, Number),
      screenOutliers: config.screen_outliers === 'TRUE',
    },
  );

describeWithOracle('XmR charts against NHSRplotthedots', () => {
  const values = new Map(grouped(oracle('spc_series'), 'series_id'));
  const points = new Map(grouped(oracle('spc_points_expected'), 'series_id'));
  const summaries = new Map(grouped(oracle('spc_summary_expected'), 'series_id'));
  for (const config of oracle('spc_config').filter((c) => c.trust === 'yes'))
    it(`${config.series_id}: ${config.description}`, () => {
      const series = values.get(config.series_id!)!;
      const summary = summaries.get(config.series_id!)!;
      if (summary[0]!.error) return expect(() => chart(config, series)).toThrow(RangeError);
      const last = summary.at(-1)!;
      expect(chart(config, series)).toEqual({
        points: points.get(config.series_id!)!.map(pointOf),
        groups: summary.map(groupOf),
        variation: last.variation_icon,
        assurance: last.assurance_type === 'NA' ? null : blankOr(last.assurance_type, String),
      });
    });
});

const pointOf = (row: Row) => ({
  date: row.date,
  group: Number(row.rebase_group),
  side: Number(row.relative_to_mean),
  outside: TRUTH[row.outside_limits!],
  close: TRUTH[row.close_to_limits!],
  cause: row.special_cause_type,
  type: row.point_type,
});

const groupOf = (row: Row) => ({
  group: Number(row.rebase_group),
  points: Number(row.n),
  mean: near(row.mean!),
  lower: near(row.lpl!),
  upper: near(row.upl!),
});
