import type { PackMeasure } from '../../../etl/disclosure/pack/measure.ts';
import type { Pack } from '../../../etl/disclosure/pack/pack.ts';
import type { ReleasedRow } from '../../../etl/disclosure/release.ts';
import type { Measured } from '../../api/shapes.ts';
import { periodName } from '../../words/dates.ts';
import { lower } from '../../words/letters.ts';
import { changeText, partOf, valueInWords, valueText, whole } from '../../words/numbers.ts';
import { signalInWords } from '../../words/signal.ts';
import { asRow, asTrend } from './pack.ts';

const WITHHELD = 'Withheld';

/** A value in a cell: "20.8%", "Withheld", "No figure". */
export const valueCell = (row: ReleasedRow | null | undefined, measure: Measured): string =>
  row?.status === 'withheld' ? WITHHELD : valueText(row ? asRow(row).value : null, measure);

/** "88 of 398", or nothing beside a count or a withheld figure. */
export const partCell = (row: ReleasedRow | null | undefined, measure: Measured): string =>
  row && row.status === 'final' ? partOf(asRow(row), measure) : '';

/** The move since the same period of the year before. Two figures are needed that may both be shown. */
export function changeCell(measure: PackMeasure): string {
  const { now, year_before: before } = measure;
  if (now?.status === 'withheld' || before?.status === 'withheld') return WITHHELD;
  const [a, b] = [now && asRow(now).value, before && asRow(before).value];
  return typeof a === 'number' && typeof b === 'number' ? changeText(a, b, measure) : 'Not compared';
}

/** What the sheet of a measure says first: "1,204 episodes in July to September 2026: up 12 (1%) on July to September 2025." */
export function packFinding(measure: PackMeasure, period: string): string {
  const { now, year_before: before } = measure;
  if (!now) return `No complete figure for ${period}.`;
  if (now.status === 'withheld') return `Withheld in ${period}: too few to show, or it would tell of others.`;
  const part = partCell(now, measure);
  const move = before?.status === 'final' ? `: ${lower(changeCell(measure))} on ${periodName(before)}` : '';
  return `${valueInWords(asRow(now).value, measure)}${part && ` (${part})`} in ${period}${move}.`;
}

/** Whether it is unusual, and of which period that is said. */
export const packSignal = (measure: PackMeasure): string => signalInWords(asTrend(measure), measure);

/** The rules by which figures were withheld. */
export const rulesInWords = ({ rules: { withhold, dominance, possible_values } }: Pick<Pack, 'rules'>): string =>
  `Counts from ${withhold.from} to ${withhold.to} are withheld, and so is a percentage made of one. So is a category that holds over ${whole(100 * dominance.over)}% of a group of fewer than ${dominance.group_under}, and whatever would tell of any of these to within ${possible_values} values. Nought is shown. Averages, usual ranges and signals are made of the figures shown here alone, and a series with a withheld figure has none.`;
