import { SafeguardingError } from '../../errors.ts';
import type { Release, ReleasedTable } from '../release.ts';

/** A period that papers may be made of: "2024-25 Q4", "2025-03", "2024-25". */
export interface PackPeriod {
  period: string;
  from: string;
  to: string;
  grain: ReleasedTable['grain'];
}

/** The periods that are over and of which anything is released, newest first: quarters, then years, then months. */
export function packPeriods({ tables, built_at }: Release): PackPeriod[] {
  const found = (['quarter', 'year', 'month'] as const).flatMap((grain) => {
    const rows = tables.filter((table) => table.grain === grain && table.by === null).flatMap((table) => table.rows);
    return rows
      .filter(({ to }) => to < built_at)
      .map(({ period, from, to }) => ({ period, from, to, grain }))
      .toSorted((a, b) => b.to.localeCompare(a.to));
  });
  return [...new Map(found.map((one) => [`${one.grain} ${one.period}`, one])).values()];
}

/** The period that papers are asked for; the last quarter unless told. @throws SafeguardingError (usage) where nothing is released of it */
export function packPeriod(release: Release, asked: string | undefined): PackPeriod {
  const all = packPeriods(release);
  const found = asked === undefined ? all[0] : all.find(({ period }) => period === asked);
  if (found) return found;
  const such = (['quarter', 'month', 'year'] as const).flatMap((grain) => {
    const last = all.find((one) => one.grain === grain);
    return last ? [`"${last.period}"`] : [];
  });
  throw new SafeguardingError(
    'usage',
    such.length === 0
      ? 'Nothing final is released yet: no quarter is complete.'
      : `Nothing is released for the period "${asked}". Expected one that is complete, such as ${such.join(', ')}.`,
  );
}
