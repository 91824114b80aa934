import type { KpiHeader } from '../build/definition.ts';

/** What series.sql counts for one period and split. */
export interface Counts {
  place: number;
  /** The labels of the splits asked for, as one text. */
  split: string;
  facts: number;
  /** Different children, or different values of what the KPI counts once. */
  ones: number;
  numerator: number;
  denominator: number;
  total: number | null;
  measured: number;
  median: number | null;
}

export interface Measured {
  numerator: number;
  denominator: number | null;
  /** In the KPI's unit (percent: 20.8...); null where there is nothing to divide by. */
  value: number | null;
}

/** A KPI's figure from what was counted, as its measure says. */
export function measured(h: KpiHeader, c: Counts): Measured {
  const share = () => ({
    numerator: c.numerator,
    denominator: c.denominator,
    value: c.denominator === 0 ? null : (100 * c.numerator) / c.denominator,
  });
  const count = (n: number) => ({ numerator: n, denominator: null, value: n });
  switch (h.measure) {
    case 'rate':
    case 'share-within':
      return share();
    case 'stock':
      return h.denominator ? share() : count(c.facts);
    case 'children':
      return count(c.ones);
    case 'count':
      return count(h.distinct ? c.ones : c.facts);
    case 'mean':
      return {
        numerator: c.total ?? 0,
        denominator: c.measured,
        value: c.measured === 0 ? null : c.total! / c.measured,
      };
    case 'median':
      return { numerator: c.measured, denominator: null, value: c.median };
  }
}
