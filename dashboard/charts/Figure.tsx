import { createMemo, For, type JSX, Show } from 'solid-js';
import type { KpiSummary, SplitTrend } from '../api/shapes.ts';
import { SenseShape } from '../components/SignalMark.tsx';
import { finding, latestRow, pointInWords, statusKey, trendInWords } from '../words/sentences.ts';
import { gapsInWords, markInWords, senseOf, signalInWords } from '../words/signal.ts';
import { axisDate, axisValue } from './axis.ts';
import { Chart } from './Chart.tsx';
import { ChartKey } from './ChartKey.tsx';

interface FigureProps {
  kpi: KpiSummary;
  trend: SplitTrend;
  children?: JSX.Element;
}

/** A figure: its name, what it says in a sentence, whether that is unusual, the picture, and what was noted. Its table follows it. */
export function Figure(props: FigureProps) {
  const rows = () => props.trend.points;
  const latest = createMemo(() => latestRow(rows()));
  const id = (part: string) => `${props.kpi.id}-${part}`;
  const drawn = () => rows().length > 1 && props.kpi.chart !== 'none';
  return (
    <div class="figure-body">
      <h2 id={id('title')}>{props.kpi.title}</h2>
      <p class="finding" id={id('finding')}>
        {finding(rows(), props.kpi)}
      </p>
      <p class="signal" id={id('signal')}>
        <SenseShape sense={senseOf(props.trend.signal)} /> {signalInWords(props.trend, props.kpi, latest()?.period)}
      </p>
      <Show when={drawn()}>
        <p class="visually-hidden" id={id('trend')}>
          {trendInWords(rows(), props.kpi)} Use the arrow keys to read each point.
        </p>
        <Chart
          trend={props.trend}
          noted
          marked={latest()}
          height={280}
          labelledBy={id('title')}
          describedBy={`${id('finding')} ${id('signal')} ${id('trend')}`}
          yText={axisValue(props.kpi)}
          xText={axisDate(rows())}
          say={(row) => pointInWords(row, props.kpi)}
        />
        <ChartKey trend={props.trend} notFinal={statusKey(rows().filter((row) => row.status !== 'final'))} />
        <Show when={props.trend.marks.length > 0}>
          <ol class="marks" aria-label={`Noted on the chart: ${props.kpi.title}`}>
            <For each={props.trend.marks}>{(mark) => <li>{markInWords(mark)}</li>}</For>
          </ol>
        </Show>
        <Show when={props.trend.gaps.length > 0}>
          <p class="note">{gapsInWords(props.trend.gaps)}</p>
        </Show>
      </Show>
      {props.children}
    </div>
  );
}
