import { beforeAll, expect, it } from 'vitest';
import { buildDashboard } from '../../functions/local/dashboard.ts';
import { sizes } from '../bench/browser/sizes.ts';

beforeAll(buildDashboard);

it('is small: an overview without the chart library, and charts in one piece', () => {
  const { overview, charts } = sizes();
  expect(overview).toBeGreaterThan(10_000);
  expect(overview).toBeLessThanOrEqual(45_000);
  expect(charts).toBeGreaterThan(50_000);
  expect(charts).toBeLessThanOrEqual(105_000);
});
