import type { Release, ReleasedRow, ReleasedTable, Shown } from '../../../etl/disclosure/release.ts';
import { periodName } from '../../words/dates.ts';
import { changeText, partOf, valueText, whole } from '../../words/numbers.ts';
import { trendInWords } from '../../words/sentences.ts';
import { asRow, type PackMeasure } from './pack.ts';

const WITHHELD = 'Withheld';

/** A value in a cell: "20.8%", "Withheld", "No figure". */
export const valueCell = (row: ReleasedRow | undefined, table: ReleasedTable): string =>
  row?.status === 'withheld' ? WITHHELD : valueText(row ? asRow(row).value : null, table);

/** A count in a cell. */
export const countCell = (shown: Shown | null): string =>
  shown === null ? '' : typeof shown === 'number' ? whole(shown) : WITHHELD;

/** "88 of 398", or nothing beside a count or a withheld figure. */
export const partCell = (row: ReleasedRow | undefined, table: ReleasedTable): string =>
  row && row.status === 'final' ? partOf(asRow(row), table) : '';

/** The move since the same quarter of the year before. Two figures are needed that may both be shown. */
export function changeCell({ now, before, table }: PackMeasure): string {
  if (now?.status === 'withheld' || before?.status === 'withheld') return WITHHELD;
  const [a, b] = [now && asRow(now).value, before && asRow(before).value];
  return typeof a === 'number' && typeof b === 'number' ? changeText(a, b, table) : 'Not compared';
}

/** What a page of the pack says first. */
export function packFinding(measure: PackMeasure): string {
  const { now, before, table } = measure;
  if (!now) return 'No complete figure for this quarter.';
  if (now.status === 'withheld') return `Withheld in ${periodName(now)}: too few to show, or it would tell of others.`;
  const part = partCell(now, table);
  const move = before && before.status === 'final' ? `. On ${periodName(before)}: ${changeCell(measure)}` : '';
  return `${valueCell(now, table)}${part && ` (${part})`} in ${periodName(now)}${move}.`;
}

export const packTrend = ({ rows, table }: PackMeasure): string => trendInWords(rows.map(asRow), table);

/** The rules by which figures were withheld. */
export const rulesInWords = ({ rules: { withhold, dominance, possible_values } }: Release): string =>
  `Counts from ${withhold.from} to ${withhold.to} are withheld, and so is a percentage made of one, a category that holds over ${whole(100 * dominance.over)}% of a group of fewer than ${dominance.group_under}, and whatever would tell of any of these to within ${possible_values} values. Nought is shown.`;
