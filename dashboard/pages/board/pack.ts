// The figures of the board pack: those of its release, and no others. What is withheld there never reaches the page.
import type { Release, ReleasedRow, ReleasedTable } from '../../../etl/disclosure/release.ts';
import type { SeriesRow, SplitTrend } from '../../api/shapes.ts';
import { yearBefore } from '../../words/dates.ts';

/** Three years are drawn. */
const QUARTERS = 12;

export interface PackMeasure {
  table: ReleasedTable;
  /** The quarter of the pack, and the same one of the year before; undefined where the release has none. */
  now: ReleasedRow | undefined;
  before: ReleasedRow | undefined;
  /** The quarters up to the pack's, oldest first. */
  rows: ReleasedRow[];
}

/** The last days of the quarters that a release holds, newest first. */
export const quarterEnds = ({ tables }: Release): string[] =>
  [...new Set(quarterly(tables).flatMap(({ rows }) => rows.map(({ to }) => to)))].sort().reverse();

/** What the pack shows of a release, up to a day. */
export const packMeasures = ({ tables }: Release, to: string): PackMeasure[] =>
  quarterly(tables)
    .map((table) => {
      const rows = table.rows.filter((row) => row.to <= to).slice(-QUARTERS);
      const now = rows.find((row) => row.to === to);
      return { table, rows, now, before: now && yearBefore(table.rows, now) };
    })
    .filter(({ rows }) => rows.length > 0);

const quarterly = (tables: readonly ReleasedTable[]) =>
  tables.filter(({ grain, by }) => grain === 'quarter' && by === null);

const number = (shown: ReleasedRow['value']) => (typeof shown === 'number' ? shown : null);

/** A released row as charts and sentences take it: what is withheld has no value. */
export const asRow = ({ numerator, denominator, value, ...row }: ReleasedRow): SeriesRow => ({
  ...row,
  numerator: number(numerator) ?? Number.NaN,
  denominator: number(denominator),
  value: number(value),
});

/** Released rows as a chart takes them: nothing is judged, since limits would tell of what is withheld. */
export const asTrend = (rows: readonly ReleasedRow[]): SplitTrend => ({
  split: {},
  points: rows.map((row) => ({ ...asRow(row), interval: null, baseline: null, year_before: null, unusual: null })),
  baselines: [],
  signal: { period: null, variation: null, words: '', assurance: null, target_words: null, because: null },
  target: null,
  marks: [],
  gaps: [],
  screened: false,
});
