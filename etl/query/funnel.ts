import type { Partnership } from '../partnership.ts';
import type { Snapshot } from '../snapshots/log.ts';
import { FEWEST_IN_PLACE, type NoFunnel, whyNoFunnel } from '../statistics/drawing.ts';
import { funnel, type FunnelPoint } from '../statistics/funnel.ts';
import { FUNNEL_WORDS, withoutFunnel } from '../statistics/words.ts';
import { kpiOf } from './request.ts';
import type { Marked } from './sensitive.ts';
import { series, type SeriesRow } from './series.ts';

export interface FunnelRequest {
  kpi: string;
  /** The split whose values are compared. */
  by: string;
  where?: Record<string, string[]>;
  /** The last date or period; the latest 12 months that are complete unless told. */
  to?: string | undefined;
}

interface Place extends FunnelPoint, Marked {
  label: string;
  numerator: number;
  denominator: number;
  words: string;
}

export interface Funnel {
  /** The 12 months that are looked at; null where there are none. */
  period: Pick<SeriesRow, 'period' | 'from' | 'to'> | null;
  /** Of all places together, in percent. */
  average: number | null;
  places: Place[];
  /** Values that are no place, or of too few to compare. */
  left_out: string[];
  why: NoFunnel | null;
  /** Why nothing is compared, in words. */
  because: string | null;
}

const NOT_KNOWN = 'Not known';

/**
 * Which places differ from the rest by more than chance would explain, over 12 months.
 * @throws SafeguardingError as `series` does
 */
export async function funnelOf(p: Partnership, snapshot: Snapshot, request: FunnelRequest): Promise<Funnel> {
  const { kpi, by, where, to } = request;
  const rows = await series(p, snapshot, { kpi, grain: 'rolling12', by: [by], where });
  const last = rows.findLast((row) => row.status !== 'incomplete' && (!to || row.to.slice(0, to.length) <= to));
  const own = rows.filter((row) => row.period === last?.period);
  const compared = own.filter(
    (row) => row.split[by] !== NOT_KNOWN && row.denominator !== null && row.denominator >= FEWEST_IN_PLACE,
  );
  const why = whyNoFunnel(own, compared, kpiOf(snapshot, kpi).header.measure);
  const found = why
    ? null
    : funnel(
        'proportion',
        compared.map(({ numerator, denominator }) => ({ x: numerator, n: denominator! })),
        100,
      );
  return {
    period: last ? { period: last.period, from: last.from, to: last.to } : null,
    average: found?.average ?? null,
    places: (found?.points ?? []).map((point, i) => ({
      ...point,
      label: compared[i]!.split[by]!,
      numerator: compared[i]!.numerator,
      denominator: compared[i]!.denominator!,
      words: FUNNEL_WORDS[point.significance],
      ...(compared[i]!.sensitive && { sensitive: true }),
    })),
    left_out: found ? own.filter((row) => !compared.includes(row)).map((row) => row.split[by]!) : [],
    why,
    because: why && withoutFunnel(why),
  };
}
