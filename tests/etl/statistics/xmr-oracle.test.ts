import { expect, it } from 'vitest';
import { xmr } from '../../../etl/statistics/xmr.ts';
import { describeWithOracle, expectEqual, grouped, oracle, type Row } from './oracle.ts';

const better = { increase: 'higher', decrease: 'lower', neutral: 'neither' } as const;
const truth: Record<string, boolean | null> = { TRUE: true, FALSE: false, NA: null };

const values = new Map(grouped(oracle('spc_series'), 'series_id'));
const points = new Map(grouped(oracle('spc_points_expected'), 'series_id'));
const summaries = new Map(grouped(oracle('spc_summary_expected'), 'series_id'));

const chart = (config: Row) =>
  xmr(
    values
      .get(config.series_id!)!
      .map(({ date, value }) => ({ date: date!, value: value === '' ? null : Number(value) })),
    {
      better: better[config.improvement_direction as keyof typeof better],
      target: config.target === '' ? null : Number(config.target),
      rebases: config.rebase_dates!.split(';').filter((date) => date !== ''),
      fixAfter: config.fix_after_n === '' ? null : Number(config.fix_after_n),
      screenOutliers: config.screen_outliers === 'TRUE',
    },
  );

describeWithOracle('XmR charts against NHSRplotthedots', () => {
  for (const config of oracle('spc_config').filter((c) => c.trust === 'yes')) {
    const id = config.series_id!;
    it(`${id}: ${config.description}`, () => {
      const expected = summaries.get(id)!;
      if (expected[0]!.error !== '') return expect(() => chart(config)).toThrow();
      const got = chart(config);
      expect(got.points).toHaveLength(points.get(id)!.length);
      points.get(id)!.forEach((row, i) => expectPoint(got.points[i]!, row));
      expect(got.groups.map((g) => [String(g.group), String(g.points)])).toEqual(
        expected.map((row) => [row.rebase_group, row.n]),
      );
      expected.forEach((row, i) => expectLimits(got.groups[i]!, row));
      const last = expected.at(-1)!;
      expect(got.variation).toBe(last.variation_icon);
      expect(got.assurance).toBe(/^(NA|)$/.test(last.assurance_type!) ? null : last.assurance_type);
    });
  }
});

function expectPoint(got: ReturnType<typeof xmr>['points'][number], row: Row): void {
  expect({ ...got }, row.date).toEqual({
    date: row.date,
    group: Number(row.rebase_group),
    side: Number(row.relative_to_mean),
    outside: truth[row.outside_limits!],
    close: truth[row.close_to_limits!],
    cause: row.special_cause_type,
    type: row.point_type,
  });
}

function expectLimits(got: ReturnType<typeof xmr>['groups'][number], row: Row): void {
  expectEqual(got.mean, row.mean!, 'mean');
  expectEqual(got.lower, row.lpl!, 'lower');
  expectEqual(got.upper, row.upl!, 'upper');
}
