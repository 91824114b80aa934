import { useLocation } from '@solidjs/router';
import { createMemo, Show } from 'solid-js';
import { createFigures } from '../../api/figures.ts';
import { type Shown, trendPath } from '../../api/paths.ts';
import type { KpiSummary, Trend, UnusualParts } from '../../api/shapes.ts';
import { hasSplit, type View, withValue, writeView } from '../../api/view.ts';
import { Figure } from '../../charts/Figure.tsx';
import { Panels } from '../../charts/Panels.tsx';
import { Answered } from '../../components/Answered.tsx';
import { BarTable } from '../../components/BarTable.tsx';
import { SeriesTable } from '../../components/SeriesTable.tsx';
import { Downloads } from '../../components/Downloads.tsx';
import { Given } from '../../components/Given.tsx';
import { monthName, periodName } from '../../words/dates.ts';
import { latestOf } from '../../words/ranked.ts';
import { Definition } from './Definition.tsx';
import { PartsNote } from './PartsNote.tsx';
import { Published } from './Published.tsx';

interface KpiSectionProps {
  kpi: KpiSummary;
  view: View & Shown;
  /** The address of this page with a part of its view changed. */
  address(part: Partial<View>): string;
  /** Where there is a change; undefined while it is on its way. */
  parts: UnusualParts | undefined;
  /** Where the page is about this KPI alone. */
  whole?: boolean;
}

/** One KPI: what it says, its trend, its split, its table, how it is counted. */
export function KpiSection(props: KpiSectionProps) {
  const location = useLocation();
  const by = () => (props.view.by && hasSplit(props.kpi, props.view.by) ? props.view.by : undefined);
  const total = createFigures<Trend>(() => trendPath(props.kpi, { ...props.view, by: undefined }));
  // A split shows its other values beside the one that the page is filtered by: one is chosen among them.
  const beside = () => ({ ...props.view, where: { ...props.view.where, [by()!]: [] } });
  const split = createFigures<Trend>(() => by() && trendPath(props.kpi, beside()));
  // An answer to an earlier split may still be here while the next is on its way.
  const splitShown = () => (by() && split.data()?.by[0] === by() ? split.data() : undefined);
  const whole = () =>
    props.view.grain === 'month' && !by() && !props.view.window.to && Object.keys(props.view.where).length === 0;
  const parts = () => (whole() ? props.parts?.parts.find(({ kpi }) => kpi === props.kpi.id) : undefined);
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
            <Given when={props.view.window.to}>
              {(to) => <p class="note">As known today; signals rest on months up to {monthName(`${to()}-01`)}.</p>}
            </Given>
            <Given when={parts()}>
              {(found) => <PartsNote parts={found()} address={props.address({ by: found().by.id })} />}
            </Given>
            <Given when={splitShown()}>
              {(data) => (
                <Split
                  kpi={props.kpi}
                  by={data().by[0]!}
                  trend={data()}
                  chosen={props.view.where[data().by[0]!]}
                  link={(value) => props.address({ where: withValue(props.view.where, data().by[0]!, value) })}
                />
              )}
            </Given>
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
      <Downloads path={trendPath(props.kpi, by() ? beside() : props.view)} of={props.kpi.title}>
        <Show when={!props.whole}>
          <a href={`/measures/${props.kpi.id}${writeView({ ...props.view, kpi: undefined }, location.search)}`}>
            Everything about this KPI<span class="visually-hidden">: {props.kpi.title}</span>
          </a>
        </Show>
      </Downloads>
    </section>
  );
}

interface SplitProps {
  kpi: KpiSummary;
  by: string;
  trend: Trend;
  chosen: readonly string[] | undefined;
  link(value: string): string;
}

function Split(props: SplitProps) {
  const split = () => props.kpi.splits.find((one) => one.id === props.by)!;
  return (
    <>
      <h3>By {split().title.toLowerCase()}</h3>
      <Given when={latestOf(props.trend.trends)}>
        {(row) => (
          <BarTable
            caption={`${props.kpi.title} by ${split().title.toLowerCase()}, ${periodName(row())}`}
            kpi={props.kpi}
            split={split()}
            trends={props.trend.trends}
            period={row().period}
            chosen={props.chosen}
            link={props.link}
          />
        )}
      </Given>
      <Panels kpi={props.kpi} split={split()} trends={props.trend.trends} chosen={props.chosen} link={props.link} />
    </>
  );
}
