// Which part of a KPI moved: a whole that reads as before may hide a town that does not.
import type { Partnership } from '../../partnership.ts';
import { splitTitle } from '../describe.ts';
import { type Headline, headlineOf } from '../headline.ts';
import { series } from '../series.ts';
import { apart } from '../trend.ts';
import type { KpiSides, Side } from './sides.ts';
import { type Said, said } from './signals.ts';
import type { Looked } from './since.ts';

/** The parts of a KPI of which one snapshot says something unusual that the other does not. */
export interface PartChanges {
  kpi: string;
  /** The split looked into: the first that the KPI lists. */
  by: { id: string; title: string };
  /** How many parts could be judged. The more are looked at, the more stand out by chance, so this stands beside what did. */
  judged: number;
  /** In the order of the split; `was` is null of a part that the earlier snapshot did not have. */
  changed: { value: string; was: Said | null; now: Said }[];
}

type ByValue = Map<string, Headline>;

/** The parts of every KPI that both snapshots have; without those of whose parts none can be judged. */
export async function partChanges(
  p: Partnership,
  sides: readonly KpiSides[],
  then: Looked,
  now: Looked,
): Promise<PartChanges[]> {
  const all = await Promise.all(
    sides.map(async ({ kpi, was, now: is }) => {
      const split = is?.table.header.splits[0];
      if (!split || !was?.table.header.splits.includes(split)) return [];
      const [before, present] = await Promise.all([
        partsOf(p, then, kpi, was, split),
        partsOf(p, now, kpi, is!, split),
      ]);
      return [{ kpi, by: { id: split, title: splitTitle(split) }, ...compared(before, present) }];
    }),
  );
  return all.flat().filter(({ judged }) => judged > 0);
}

async function partsOf(p: Partnership, looked: Looked, kpi: string, side: Side, split: string): Promise<ByValue> {
  const { snapshot, on, decisions } = looked;
  const rows = await series(p, snapshot, { kpi, grain: 'month', by: [split] });
  return new Map(
    apart(rows, split).map((own) => [
      own[0]!.split[split]!,
      headlineOf(own, kpi, side.table.header, { on, decisions, part: true }),
    ]),
  );
}

function compared(before: ByValue, present: ByValue): Pick<PartChanges, 'judged' | 'changed'> {
  const parts = [...present];
  return {
    judged: parts.filter(([, { signal }]) => signal.variation !== null).length,
    changed: parts
      .filter(([value, headline]) => unusual(before.get(value)) !== unusual(headline))
      .map(([value, headline]) => ({ value, was: said(before.get(value)), now: said(headline)! })),
  };
}

/** In which sense a part is unusual. One that is as usual, and one that cannot be judged, say nothing. */
const unusual = (headline: Headline | undefined) =>
  headline?.signal.variation === 'common_cause' ? null : (headline?.signal.variation ?? null);
