import { For, Show } from 'solid-js';
import type { PackMeasure } from '../../../etl/disclosure/pack/measure.ts';
import type { PackNotes } from '../../../etl/disclosure/pack/notes.ts';
import { axisDate, axisValue } from '../../charts/axis.ts';
import { Chart } from '../../charts/Chart.tsx';
import { ChartKey } from '../../charts/ChartKey.tsx';
import { SeriesTable } from '../../components/SeriesTable.tsx';
import { SenseShape } from '../../components/SignalMark.tsx';
import { pointInWords, trendInWords } from '../../words/sentences.ts';
import { gapsInWords, markInWords, senseOf } from '../../words/signal.ts';
import { FigureTable } from './FigureTable.tsx';
import { Noted } from './Noted.tsx';
import { asRows, asTrend } from './pack.ts';
import { packFinding, packSignal } from './words.ts';

interface MeasureSheetProps {
  measure: PackMeasure;
  notes: PackNotes;
  period: string;
  today: string;
}

/** One measure on a sheet of its own: what it says, its figures as a picture and as a table, what people say and do. */
export function MeasureSheet(props: MeasureSheetProps) {
  const trend = () => asTrend(props.measure);
  const id = (part: string) => `pack-${props.measure.kpi}-${part}`;
  return (
    <section class="sheet" aria-labelledby={id('title')}>
      <h2 id={id('title')}>{props.measure.title}</h2>
      <h3 class="finding" id={id('finding')}>
        {packFinding(props.measure, props.period)}
      </h3>
      <p class="signal" id={id('signal')}>
        <SenseShape sense={senseOf(trend().signal)} /> {packSignal(props.measure)}
      </p>
      <Noted notes={props.notes} kpi={props.measure.kpi} today={props.today} />
      <Show when={trend().points.filter(({ value }) => value !== null).length > 1}>
        <p class="visually-hidden" id={id('trend')}>
          {trendInWords(trend().points, props.measure)}
        </p>
        <Chart
          trend={trend()}
          noted
          marked={trend().points.at(-1)}
          height={230}
          labelledBy={id('title')}
          describedBy={`${id('finding')} ${id('signal')} ${id('trend')}`}
          yText={axisValue(props.measure)}
          xText={axisDate(trend().points)}
          say={(row) => pointInWords(row, props.measure)}
        />
        <ChartKey trend={trend()} notFinal="" />
        <Show when={trend().marks.length > 0}>
          <ol class="marks" aria-label={`Noted on the chart: ${props.measure.title}`}>
            <For each={trend().marks}>{(mark) => <li>{markInWords(mark)}</li>}</For>
          </ol>
        </Show>
        <Show when={trend().gaps.length > 0}>
          <p class="note">{gapsInWords(trend().gaps)}</p>
        </Show>
      </Show>
      <SeriesTable kpi={{ ...props.measure, splits: [] }} trend={{ by: [], trends: [trend()] }} />
      <Show when={props.measure.splits.length > 0}>
        <h3>
          Who and where<span class="visually-hidden">: {props.measure.title}</span>
        </h3>
        <For each={props.measure.splits}>
          {(split) => (
            <FigureTable
              caption={`${props.measure.title} by ${split.title.toLowerCase()}, ${split.rows[0]!.period}`}
              heading={split.title}
              head={(row) => row.split[split.id] ?? ''}
              measure={props.measure}
              rows={asRows(split.rows)}
            />
          )}
        </For>
      </Show>
    </section>
  );
}
