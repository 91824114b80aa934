import { createMemo } from 'solid-js';
import type { KpiSummary, Measured, Trend, TrendPoint } from '../api/shapes.ts';
import { periodName } from '../words/dates.ts';
import { capital } from '../words/letters.ts';
import { STATUS, statusKey } from '../words/sentences.ts';
import { judgementInWords, rangeInWords } from '../words/signal.ts';
import { DataTable } from './DataTable.tsx';
import { figureColumns } from './figure-columns.ts';

interface SeriesTableProps {
  kpi: Measured & Pick<KpiSummary, 'splits'>;
  trend: Pick<Trend, 'by' | 'trends'>;
}

/** Every row that a figure draws, with what was judged of it, newest first: what is asked about is the last period. */
export function SeriesTable(props: SeriesTableProps) {
  const split = () => props.kpi.splits.find((one) => one.id === props.trend.by[0]);
  const trendOf = createMemo(
    () => new Map(props.trend.trends.flatMap((trend) => trend.points.map((point) => [point, trend] as const))),
  );
  // The sort is stable: within a period the values of a split keep their order.
  const rows = createMemo(() => [...trendOf().keys()].toSorted((a, b) => b.to.localeCompare(a.to)));
  const columns = () => {
    const by = split();
    return [
      { title: 'Period', heads: true, cell: periodName },
      ...(by ? [{ title: by.title, cell: (row: TrendPoint) => capital(row.split[by.id] ?? '') }] : []),
      ...figureColumns(rows(), props.kpi),
      { title: 'Status', cell: (row: TrendPoint) => STATUS[row.status].word },
      { title: 'Usual range', cell: (row: TrendPoint) => rangeInWords(row, trendOf().get(row)!, props.kpi) },
      { title: 'Is it unusual?', cell: (row: TrendPoint) => judgementInWords(row, trendOf().get(row)!) },
    ];
  };
  return (
    <>
      <p class="key">{statusKey(rows())}</p>
      <DataTable
        class="series"
        caption={`${props.kpi.title}${split() ? ` by ${split()!.title.toLowerCase()}` : ''}`}
        columns={columns()}
        rows={rows()}
      />
    </>
  );
}
