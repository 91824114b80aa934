import { createMemo, type JSX, Show } from 'solid-js';
import type { KpiSummary, SeriesRow } from '../api/shapes.ts';
import { finding, latestRow, pointInWords, statusKey, trendInWords } from '../words/sentences.ts';
import { axisDate, axisValue } from './axis.ts';
import { Chart } from './Chart.tsx';
import { toPoints } from './points.ts';

interface FigureProps {
  kpi: KpiSummary;
  rows: readonly SeriesRow[];
  children?: JSX.Element;
}

/** A figure: its name, what it says in a sentence, the picture, and a note on what is not final. Its table follows it. */
export function Figure(props: FigureProps) {
  const points = createMemo(() => toPoints(props.rows));
  const id = (part: string) => `${props.kpi.id}-${part}`;
  return (
    <div class="figure-body">
      <h2 id={id('title')}>{props.kpi.title}</h2>
      <p class="finding" id={id('finding')}>
        {finding(props.rows, props.kpi)}
      </p>
      <Show when={points().length > 1 && props.kpi.chart !== 'none'}>
        <p class="visually-hidden" id={id('trend')}>
          {trendInWords(props.rows, props.kpi)} Use the arrow keys to read each point.
        </p>
        <Chart
          points={points()}
          marked={latestRow(props.rows)}
          height={280}
          labelledBy={id('title')}
          describedBy={`${id('finding')} ${id('trend')}`}
          yText={axisValue(props.kpi)}
          xText={axisDate(props.rows)}
          say={(row) => pointInWords(row, props.kpi)}
        />
      </Show>
      <Show when={points().some((point) => point.hollow) && props.kpi.chart !== 'none'}>
        <p class="key">
          <svg aria-hidden="true" viewBox="0 0 30 12" width="30" height="12">
            <path d="M1 6h28" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2 4" />
            <circle cx="15" cy="6" r="4" class="key-dot" stroke="currentColor" stroke-width="1.5" />
          </svg>
          Hollow: not final. {statusKey(props.rows.filter((row) => row.status !== 'final'))}
        </p>
      </Show>
      {props.children}
    </div>
  );
}
