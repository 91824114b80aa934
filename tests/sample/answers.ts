import type { Partnership } from '../../etl/partnership.ts';
import { series, type SeriesRow } from '../../etl/query/series.ts';
import type { Snapshot } from '../../etl/snapshots/log.ts';
import type { Cell } from './cells.ts';

/** Asks for cells, one query for each KPI, grain and split. */
export async function answers(p: Partnership, snapshot: Snapshot, cells: Cell[]): Promise<(SeriesRow | undefined)[]> {
  const asked = new Map<string, Promise<SeriesRow[]>>();
  const ask = ({ kpi, grain, split = {} }: Cell) => {
    const key = JSON.stringify([kpi, grain, Object.keys(split)]);
    if (!asked.has(key)) asked.set(key, series(p, snapshot, { kpi, grain, by: Object.keys(split) }));
    return asked.get(key)!;
  };
  return Promise.all(
    cells.map(async (cell) => {
      const rows = await ask(cell);
      return rows.find(
        (row) =>
          row.period === cell.period &&
          Object.entries(cell.split ?? {}).every(([name, value]) => row.split[name] === value),
      );
    }),
  );
}
