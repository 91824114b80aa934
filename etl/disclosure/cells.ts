import type { KpiHeader } from '../build/definition.ts';
import type { Cell } from './model.ts';
import type { Policy } from './policy.ts';
import type { Table, TableRow } from './tables.ts';

/** The counts of a row: of a share the numerator, the denominator, and what is left, which nobody shows. */
export type Part = 'count' | 'numerator' | 'denominator' | 'rest';

/** A count of the release, with where it stands. */
export interface Placed extends Cell {
  /** What is counted: a KPI's id, or of a share its id with the part. */
  of: string;
  row: TableRow;
  /** The split and its value as one text; nothing for the whole. */
  split: string;
  header: KpiHeader;
}

/** The name of a count, the same in every release. */
export const cellId = (table: Pick<Table, 'kpi' | 'by'>, row: TableRow, part: Part): string =>
  [countOf(table.kpi, part), row.at, splitOf(table, row)].join('|');

const countOf = (kpi: string, part: Part) => (part === 'count' ? kpi : `${kpi}/${part}`);
const splitOf = ({ by }: Pick<Table, 'by'>, row: TableRow) => (by === null ? '' : `${by}=${row.split[by]!}`);

/** The counts of a row by their part. */
export const partsOf = ({ numerator, denominator }: TableRow): Partial<Record<Part, number>> =>
  denominator === null ? { count: numerator } : { numerator, denominator, rest: denominator - numerator };

/** Every count of the tables, once, and whether the policy withholds it. */
export function cellsOf(tables: readonly Table[], policy: Policy): Map<string, Placed> {
  const cells = new Map<string, Placed>();
  for (const table of tables)
    for (const row of table.rows)
      for (const [part, value] of Object.entries(partsOf(row)) as [Part, number][]) {
        const id = cellId(table, row, part);
        const [of, split] = [countOf(table.kpi, part), splitOf(table, row)];
        const sensitive = value >= policy.withhold.from && value <= policy.withhold.to;
        cells.set(id, {
          id,
          value,
          shown: part !== 'rest',
          least: part === 'rest' ? 0 : 1,
          sensitive,
          of,
          row,
          split,
          header: table.header,
        });
      }
  for (const cell of cells.values()) {
    const rest = cell.of.endsWith('/numerator') && cells.get(cell.id.replace('/numerator', '/rest'))!.sensitive;
    if (cell.value > 0 && (rest || dominates(cell, cells, policy))) cell.sensitive = true;
  }
  return cells;
}

/** Whether nearly all of a small group are in this category: of a split, or on one side of a share. */
function dominates(cell: Placed, cells: Map<string, Placed>, { dominance }: Policy): boolean {
  const groups = [
    cell.split === '' ? undefined : `${cell.of}|${cell.row.at}|`,
    cell.of.endsWith('/numerator') ? cell.id.replace('/numerator', '/denominator') : undefined,
  ];
  return groups.some((id) => {
    const group = id && cells.get(id)?.value;
    return group !== undefined && group !== '' && group < dominance.group_under && cell.value > dominance.over * group;
  });
}
