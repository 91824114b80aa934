import type { Measured, Row, SeriesRow, Status } from '../api/shapes.ts';
import type { View } from '../api/view.ts';
import { monthName, periodName, yearBefore } from './dates.ts';
import { capital, lower } from './letters.ts';
import { changeText, partOf, valueInWords, valueText, whole } from './numbers.ts';

/** What a status means to a reader. */
export const STATUS: Record<Status, { word: string; means: string }> = {
  final: { word: 'Final', means: 'All records are in.' },
  provisional: { word: 'Provisional', means: 'Late records may still change it.' },
  incomplete: {
    word: 'Incomplete',
    means: 'Data for all or part of the period, or for the months it looks back to, has not been sent.',
  },
  withheld: { word: 'Withheld', means: 'Too few children to show.' },
};

/** What each status among some rows means: "Provisional: Late records may still change it." */
export const statusKey = (rows: readonly Pick<SeriesRow, 'status'>[]): string =>
  [...new Set(rows.map((row) => row.status))]
    .map((status) => `${STATUS[status].word}: ${STATUS[status].means}`)
    .join(' ');

/** The last period fit to be a headline: complete if any is, else the last there is. */
export const latestRow = <R extends SeriesRow>(rows: readonly R[]): R | undefined =>
  rows.findLast((row) => row.status !== 'incomplete' && row.value !== null) ??
  rows.findLast((row) => row.value !== null);

const fit = <R extends Pick<SeriesRow, 'value' | 'status'>>(row: R | null | undefined): row is R & { value: number } =>
  row != null && row.value !== null && row.status !== 'incomplete';

type Figure = Pick<SeriesRow, 'value' | 'status'>;

/** The move since the same period of the year before, or why there is none. */
export function changeOnYear(now: Figure | null | undefined, before: Figure | null | undefined, kpi: Measured): string {
  if (now?.value === null && now.status !== 'incomplete') return 'No figure';
  if (!fit(now)) return 'Not compared: incomplete';
  return fit(before) ? changeText(now.value, before.value, kpi) : 'No full year before';
}

/** What a series says, in one or two sentences: "164 episodes in October 2026: up 12 (8%) on October 2025." */
export function finding(rows: readonly Row[], kpi: Measured): string {
  const now = latestRow(rows);
  if (!now) return 'No figures yet for this view.';
  const part = partOf(now, kpi);
  const figure = `${valueInWords(now.value, kpi)}${part && ` (${part})`} in ${inPeriod(now)}`;
  const before = now.year_before === undefined ? yearBefore(rows, now) : now.year_before;
  const move =
    fit(now) && fit(before) ? `: ${lower(changeText(now.value, before.value, kpi))} on ${periodName(before)}` : '';
  const caution = now.status === 'final' ? '' : ` ${STATUS[now.status].word}. ${STATUS[now.status].means}`;
  return `${figure}${move}.${caution}`;
}

/** What the line does, for those who do not see it: first, last, lowest, highest. A month that has only begun is no lowest. */
export function trendInWords(rows: readonly SeriesRow[], kpi: Measured): string {
  const there = rows.filter((row) => row.value !== null);
  const whole = there.filter((row) => row.status !== 'incomplete');
  const shown = whole.length > 0 ? whole : there;
  if (shown.length === 0) return 'No figures.';
  const at = (row: SeriesRow) => `${valueText(row.value, kpi)} in ${periodName(row)}`;
  if (shown.length === 1) return `${at(shown[0]!)}.`;
  const sorted = shown.toSorted((a, b) => a.value! - b.value!);
  return `From ${at(shown[0]!)} to ${at(shown.at(-1)!)}. Lowest ${at(sorted[0]!)}, highest ${at(sorted.at(-1)!)}.`;
}

/** One point, as the keyboard and a finger read it: "October 2026: 22.1% (88 of 398), provisional". */
export function pointInWords(row: Row, kpi: Measured): string {
  const part = partOf(row, kpi);
  const status = row.status === 'final' ? '' : `, ${lower(STATUS[row.status].word)}`;
  const unusual = row.unusual ? `, ${lower(row.unusual.words)}` : '';
  return `${periodName(row)}: ${valueText(row.value, kpi)}${part && ` (${part})`}${status}${unusual}`;
}

/** What the page shows, once something is chosen: "Town: Hanley or Stoke". */
export const filterInWords = (where: Record<string, string[]>, titles: ReadonlyMap<string, string>) =>
  Object.entries(where)
    .map(([split, values]) => `${titles.get(split) ?? split}: ${list(values.map(capital))}`)
    .join('; ');

const BY: Record<View['grain'], string> = {
  month: 'by month',
  quarter: 'by quarter',
  year: 'by financial year',
  rolling12: 'by 12 months up to each month',
  all: 'all time',
};

/** The months shown: "November 2024 to October 2026". */
export const monthsInWords = ({ from, to }: { from: string; to: string }): string =>
  from === to ? monthName(`${from}-01`) : `${monthName(`${from}-01`)} to ${monthName(`${to}-01`)}`;

/** What is shown, above the figures and as it is announced: "Showing everything by month, November 2024 to October 2026, compared with the year before." */
export function viewInWords(
  { grain, by, where }: Pick<View, 'grain' | 'by' | 'where'>,
  { kpi, titles, months }: { kpi: string | undefined; titles: ReadonlyMap<string, string>; months: string },
): string {
  const what = filterInWords(where, titles);
  const split = by ? ` and ${lower(titles.get(by) ?? by)}` : '';
  const when = months && `, ${months}`;
  return `Showing ${kpi ? `${kpi}, ` : ''}${what ? `only ${what},` : 'everything'} ${BY[grain]}${split}${when}, compared with the year before.`;
}

const list = (values: string[]) =>
  values.length < 2 ? values.join() : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
const inPeriod = (row: SeriesRow) => periodName(row).replace(/^12 months/, 'the 12 months');
export const shareOf = (part: number, all: number) => (all === 0 ? '' : `${whole((100 * part) / all)}%`);
