import { createMemo } from 'solid-js';
import type { KpiSummary, Measured, SplitTrend, Trend, TrendPoint } from '../api/shapes.ts';
import { periodName } from '../words/dates.ts';
import { capital } from '../words/letters.ts';
import { STATUS, statusKey } from '../words/sentences.ts';
import { judgementInWords, rangeInWords } from '../words/signal.ts';
import { type Column, DataTable } from './DataTable.tsx';
import { figureColumns } from './figure-columns.ts';

interface SeriesTableProps {
  kpi: Measured & Pick<KpiSummary, 'splits'>;
  trend: Pick<Trend, 'by' | 'trends'>;
}

type JudgedRow = TrendPoint & { trend: SplitTrend };

/** Every row that a figure draws, with what was judged of it, newest first: what is asked about is the last period. */
export function SeriesTable(props: SeriesTableProps) {
  const split = () => props.kpi.splits.find((one) => one.id === props.trend.by[0]);
  // A row brings its series along: a cell may be asked once more for a row of the view before. The sort is stable: within a period
  // the values of a split keep their order.
  const rows = createMemo(() =>
    props.trend.trends
      .flatMap((trend) => trend.points.map((point) => ({ ...point, trend })))
      .toSorted((a, b) => b.to.localeCompare(a.to)),
  );
  const columns = createMemo((): Column<JudgedRow>[] => {
    const by = split();
    return [
      { title: 'Period', heads: true, cell: periodName },
      ...(by ? [{ title: by.title, cell: (row: JudgedRow) => capital(row.split[by.id] ?? '') }] : []),
      ...figureColumns(rows(), props.kpi),
      { title: 'Status', cell: (row) => STATUS[row.status].word },
      { title: 'Usual range', cell: (row) => rangeInWords(row, row.trend, props.kpi) },
      { title: 'Is it unusual?', cell: (row) => judgementInWords(row, row.trend) },
    ];
  });
  return (
    <>
      <p class="key">{statusKey(rows())}</p>
      <DataTable
        class="series"
        label={`Table: ${props.kpi.title}`}
        caption={`${props.kpi.title}${split() ? ` by ${split()!.title.toLowerCase()}` : ''}`}
        columns={columns()}
        rows={rows()}
      />
    </>
  );
}
