import { decimal, type Fraction, inCommonUnits, quotient } from './exact.ts';
import { type Limits, limitsOf } from './limits.ts';
import {
  type Assurance,
  assuranceOf,
  type Better,
  pointType,
  type PointType,
  type Variation,
  variationOf,
} from './signal.ts';
import { type SpecialCause, specialCauses, type Standing, standing } from './special-cause.ts';

/** A value of a day or of the period that begins on it. A number is read as the decimal that it prints as; give shares as fractions. */
export interface Dated {
  date: string;
  value: number | Fraction | null;
}

export interface XmrOptions {
  better: Better;
  target?: number | null;
  /** Dates of points at each of which mean, limits and rules begin anew. */
  rebases?: readonly string[];
  /** Judge every group by its first so many points instead of by all; 12 or more. */
  fixAfter?: number | null;
  /** Leave outlying moving ranges out of the average. NHS England's own workbook does not, NHSRplotthedots does. */
  screenOutliers?: boolean;
}

export interface XmrPoint extends Standing {
  date: string;
  /** How many rebases lie on or before it. */
  group: number;
  cause: SpecialCause;
  type: PointType;
}

export interface XmrGroup {
  group: number;
  points: number;
  mean: number;
  lower: number | null;
  upper: number | null;
}

export interface Xmr {
  points: XmrPoint[];
  groups: XmrGroup[];
  variation: Variation | null;
  assurance: Assurance | null;
}

/**
 * An XmR chart as NHS England's Making Data Count draws it and NHSRplotthedots 0.2.2 computes it, whatever the data: `drawing.ts`
 * decides what of it may be shown. Points without a value are left out, and those on either side of a gap are neighbours.
 * @throws RangeError for a date that comes twice, a rebase at a date without a point, or limits fixed on fewer than 12 points
 */
export function xmr(series: readonly Dated[], options: XmrOptions): Xmr {
  const { better, target = null, fixAfter = null, screenOutliers = true } = options;
  const dated = valued(series);
  const rebases = starts(dated, options.rebases ?? []);
  if (fixAfter !== null && fixAfter < 12) throw new RangeError('Limits are fixed on 12 points or more.');
  const { units, per } = inCommonUnits([...dated.map((d) => d.value), decimal(target ?? 0)]);
  const targetUnits = units.pop()!;

  const points = dated.map(({ date }, i) => ({
    date,
    unit: units[i]!,
    group: rebases.filter((d) => d <= date).length,
  }));
  const groups = [...new Set(points.map((p) => p.group))].map((group) => {
    const members = points.filter((p) => p.group === group);
    const inOrder = members.map((p) => p.unit);
    const limits = limitsOf(inOrder.slice(0, fixAfter ?? undefined), screenOutliers);
    const stands = inOrder.map((unit) => standing(unit, limits));
    const causes = specialCauses(inOrder, stands);
    const judged = members.map(({ date }, i) => {
      const cause = causes[i]!;
      return { date, group, ...stands[i]!, cause, type: pointType(cause, better) };
    });
    return { judged, limits, summary: { group, points: members.length, ...inNumbers(limits, per) } };
  });

  const last = groups.at(-1);
  return {
    points: groups.flatMap((g) => g.judged),
    groups: groups.map((g) => g.summary),
    variation: last ? variationOf(last.judged.at(-1)!.type, better) : null,
    assurance:
      last && target !== null ? assuranceOf(targetUnits * last.limits.scale, last.limits.natural, better) : null,
  };
}

function valued(series: readonly Dated[]): { date: string; value: Fraction }[] {
  const dates = new Set(series.map((d) => d.date));
  if (dates.size < series.length) throw new RangeError('A date comes twice.');
  return series
    .flatMap(({ date, value }) =>
      value === null ? [] : [{ date, value: typeof value === 'number' ? decimal(value) : value }],
    )
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

function starts(points: readonly { date: string }[], rebases: readonly string[]): readonly string[] {
  const stray = rebases.find((date) => !points.some((p) => p.date === date));
  if (stray) throw new RangeError(`There is no point on ${stray} to rebase at.`);
  return rebases;
}

function inNumbers({ scale, mean, natural }: Limits, per: bigint) {
  const number = (units: bigint) => quotient(units, scale * per);
  return { mean: number(mean), lower: natural && number(natural.lower), upper: natural && number(natural.upper) };
}
