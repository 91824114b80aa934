import { type Release, type Shown, WITHHELD } from '../../etl/disclosure/release.ts';
import type { Cell } from './csv.ts';
import { shownValue } from './series.ts';

/** A release as lines, a header first. What is withheld is [c], for confidential, as in official statistics. */
export const releaseCells = ({ tables }: Release): Cell[][] => [
  ['kpi', 'grain', 'period', 'split', 'group', 'numerator', 'denominator', 'value', 'status'],
  ...tables.flatMap(({ kpi, grain, by, rows, measure }) =>
    rows.map((row) => [
      kpi,
      grain,
      row.period,
      by,
      by && row.split[by]!,
      cell(row.numerator),
      cell(row.denominator),
      row.value === WITHHELD
        ? '[c]'
        : shownValue({ measure, denominator: row.denominator === null ? undefined : 'd' }, row.value),
      row.status,
    ]),
  ),
];

const cell = (shown: Shown | null) => (shown === WITHHELD ? '[c]' : shown);
