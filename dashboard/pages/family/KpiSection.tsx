import { createMemo, Show } from 'solid-js';
import { createAnswer } from '../../api/answer.ts';
import type { KpiSummary, Series } from '../../api/shapes.ts';
import { hasSplit, seriesPath, type View } from '../../api/view.ts';
import { Figure } from '../../charts/Figure.tsx';
import { Panels } from '../../charts/Panels.tsx';
import { Answered } from '../../components/Answered.tsx';
import { BarTable } from '../../components/BarTable.tsx';
import { SeriesTable } from '../../components/SeriesTable.tsx';
import { periodName } from '../../words/dates.ts';
import { latestRow } from '../../words/sentences.ts';
import { Definition } from './Definition.tsx';
import { Published } from './Published.tsx';

/** Everything about one KPI: what it says, its trend, its split, its table, how it is counted. */
export function KpiSection(props: { kpi: KpiSummary; view: View }) {
  const by = () => (props.view.by && hasSplit(props.kpi, props.view.by) ? props.view.by : undefined);
  const total = createAnswer<Series>(() => seriesPath(props.kpi, { ...props.view, by: undefined }));
  const split = createAnswer<Series>(() => by() && seriesPath(props.kpi, props.view));
  // An answer to an earlier split may still be here while the next is on its way.
  const splitShown = () => (by() && split.data()?.by[0] === by() ? split.data() : undefined);
  const left = createMemo(() =>
    [...(props.view.by ? [props.view.by] : []), ...Object.keys(props.view.where)].filter(
      (id) => !hasSplit(props.kpi, id),
    ),
  );

  return (
    <section
      class="kpi"
      id={props.kpi.id}
      aria-labelledby={`${props.kpi.id}-title`}
      aria-busy={total.busy() || split.busy()}
    >
      <Answered answer={total} height={520}>
        {(series) => (
          <Figure kpi={props.kpi} rows={series().rows}>
            <Show when={left().length > 0}>
              <p class="note">This KPI does not hold: {left().join(', ').replaceAll('_', ' ')}. It is shown without.</p>
            </Show>
            <Show when={splitShown()}>{(data) => <Split kpi={props.kpi} by={data().by[0]!} series={data()} />}</Show>
          </Figure>
        )}
      </Answered>
      <Show when={splitShown() ?? total.data()}>
        {(series) => (
          <details class="as-table">
            <summary>
              Show as a table<span class="visually-hidden">: {props.kpi.title}</span>
            </summary>
            <SeriesTable kpi={props.kpi} series={series()} />
          </details>
        )}
      </Show>
      <Definition kpi={props.kpi} />
      <Published kpi={props.kpi} />
      <p class="downloads">
        <a href={`/api${seriesPath(props.kpi, props.view, 'csv')}`} download={`${props.kpi.id}.csv`}>
          Download CSV<span class="visually-hidden">: {props.kpi.title}</span>
        </a>
      </p>
    </section>
  );
}

function Split(props: { kpi: KpiSummary; by: string; series: Series }) {
  const split = () => props.kpi.splits.find((one) => one.id === props.by)!;
  const latest = () => latestRow(props.series.rows);
  return (
    <>
      <h3>By {split().title.toLowerCase()}</h3>
      <Show when={latest()}>
        {(row) => (
          <BarTable
            caption={`${props.kpi.title} by ${split().title.toLowerCase()}, ${periodName(row())}`}
            kpi={props.kpi}
            split={split()}
            rows={props.series.rows.filter((one) => one.period === row().period)}
          />
        )}
      </Show>
      <Panels kpi={props.kpi} split={split()} rows={props.series.rows} />
    </>
  );
}
