import { A, useLocation } from '@solidjs/router';
import { createMemo, Show } from 'solid-js';
import { createFigures } from '../../api/figures.ts';
import type { KpiSummary, Trend } from '../../api/shapes.ts';
import { useLive } from '../../api/live.ts';
import { ofSnapshot, type Shown, trendPath } from '../../api/paths.ts';
import { hasSplit, type View, writeView } from '../../api/view.ts';
import { Figure } from '../../charts/Figure.tsx';
import { Panels } from '../../charts/Panels.tsx';
import { Answered } from '../../components/Answered.tsx';
import { BarTable } from '../../components/BarTable.tsx';
import { SeriesTable } from '../../components/SeriesTable.tsx';
import { periodName } from '../../words/dates.ts';
import { latestRow } from '../../words/sentences.ts';
import { Definition } from './Definition.tsx';
import { Published } from './Published.tsx';
import { Given } from '../../components/Given.tsx';

/** One KPI: what it says, its trend, its split, its table, how it is counted. `whole` where the page is about it alone. */
export function KpiSection(props: { kpi: KpiSummary; view: View & Shown; whole?: boolean }) {
  const live = useLive();
  const location = useLocation();
  const by = () => (props.view.by && hasSplit(props.kpi, props.view.by) ? props.view.by : undefined);
  const total = createFigures<Trend>(() => trendPath(props.kpi, { ...props.view, by: undefined }));
  const split = createFigures<Trend>(() => by() && trendPath(props.kpi, props.view));
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
        {(answer) => (
          <Figure kpi={props.kpi} trend={answer().trends[0]!}>
            <Show when={left().length > 0}>
              <p class="note">This KPI does not hold: {left().join(', ').replaceAll('_', ' ')}. It is shown without.</p>
            </Show>
            <Given when={splitShown()}>{(data) => <Split kpi={props.kpi} by={data().by[0]!} trend={data()} />}</Given>
          </Figure>
        )}
      </Answered>
      <Given when={splitShown() ?? total.data()}>
        {(shown) => (
          <details class="as-table">
            <summary>
              Show as a table<span class="visually-hidden">: {props.kpi.title}</span>
            </summary>
            <SeriesTable kpi={props.kpi} trend={shown()} />
          </details>
        )}
      </Given>
      <Definition kpi={props.kpi} />
      <Published kpi={props.kpi} />
      <p class="downloads">
        <a
          href={`/api${ofSnapshot(trendPath(props.kpi, props.view, 'csv'), live.number()!)}`}
          download={`${props.kpi.id}.csv`}
        >
          Download CSV<span class="visually-hidden">: {props.kpi.title}</span>
        </a>
        <Show when={!props.whole}>
          <A href={`/measures/${props.kpi.id}${writeView({ ...props.view, kpi: undefined }, location.search)}`}>
            Everything about this KPI<span class="visually-hidden">: {props.kpi.title}</span>
          </A>
        </Show>
      </p>
    </section>
  );
}

function Split(props: { kpi: KpiSummary; by: string; trend: Trend }) {
  const split = () => props.kpi.splits.find((one) => one.id === props.by)!;
  const rows = () => props.trend.trends.flatMap((one) => one.points);
  const latest = () => latestRow(rows().toSorted((a, b) => a.to.localeCompare(b.to)));
  return (
    <>
      <h3>By {split().title.toLowerCase()}</h3>
      <Given when={latest()}>
        {(row) => (
          <BarTable
            caption={`${props.kpi.title} by ${split().title.toLowerCase()}, ${periodName(row())}`}
            kpi={props.kpi}
            split={split()}
            rows={rows().filter((one) => one.period === row().period)}
          />
        )}
      </Given>
      <Panels kpi={props.kpi} split={split()} trends={props.trend.trends} />
    </>
  );
}
