// What series.sql is given, as common table expressions: one statement is planned once, and leaves nothing behind.
import { columnsOfCells, splitColumn } from '../build/cells.ts';
import { text } from '../engines/engine.ts';
import { type Grain, type Period, periodsBetween } from '../periods.ts';
import type { KpiTable } from '../snapshots/log.ts';

/** The columns of `cell` in series.sql, with what stands where a measure has no use for them. */
const COLUMNS: Record<string, { type: string; adds: boolean }> = {
  facts: { type: 'bigint', adds: true },
  one: { type: 'bigint', adds: false },
  numerator: { type: 'double', adds: true },
  denominator: { type: 'double', adds: true },
  total: { type: 'double', adds: true },
  measured: { type: 'bigint', adds: true },
  value: { type: 'double', adds: false },
};

/** Stands between the labels of several splits, which are one text: an engine groups by texts far quicker than by lists. */
export const BETWEEN = '\u001f';

/**
 * The cells of a KPI that pass the filter. What adds up is added up before it is told by label and period: a table of a million
 * cells is then read once and some hundreds of rows are left.
 * @param path the KPI's table
 */
export function cellsGiven(path: string, kpi: KpiTable, by: string[], where: Record<string, string[]>): string {
  const h = kpi.header;
  const held = columnsOfCells(h);
  const adds = held.every((column) => COLUMNS[column]!.adds);
  const unasked = Object.entries(h.unsplit).filter(([split]) => !by.includes(split) && !where[split]);
  const kept = [...Object.entries(where), ...unasked.map(([split, value]) => [split, [value]] as const)].map(
    ([split, values]) => `${splitColumn(split)} in (${values.map(text).join(', ')})`,
  );
  const key = ['on_date', ...by.map(splitColumn)].join(', ');
  const columns = held.map((column) => (adds ? `sum(${column}) as ${column}` : column)).join(', ');
  const rows = `select ${key}, ${columns} from read_parquet(${text(path)}) where ${['true', ...kept].join(' and ')}${adds ? ` group by ${key}` : ''}`;
  const split = `${by.length > 0 ? by.map(splitColumn).join(` || ${text(BETWEEN)} || `) : text('')} as split`;
  const all = Object.entries(COLUMNS).map(([name, { type }]) =>
    held.includes(name) ? name : `cast(null as ${type}) as ${name}`,
  );
  return `cell as (select on_date, ${split}, ${all.join(', ')} from (${rows}) as kept)`;
}

/** The dates of a stock's positions: whether a position holds anybody who passes the filter does not make it another position. */
export const positionsGiven = (path: string, kpi: KpiTable): string =>
  `position as (select distinct on_date from ${kpi.header.measure === 'stock' ? `read_parquet(${text(path)})` : 'cell where false'})`;

/** The months of periods, which are numbered by their place in the list. */
export function periodsGiven(grain: Grain, periods: readonly Period[]): string {
  const months = periods.flatMap((period, place) =>
    grain === 'all'
      ? [`(${place}, cast(null as date))`]
      : periodsBetween('month', period.from, period.to).map((m) => `(${place}, date '${m.from}')`),
  );
  return `period_month as (select * from (values ${months.join(', ')}) as t(place, month))`;
}
