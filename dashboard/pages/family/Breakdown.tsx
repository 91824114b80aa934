// A family page: its controls, the section of each KPI, and the breakdown that some families begin with.
import { For, Show } from 'solid-js';
import { createAnswer } from '../../api/answer.ts';
import type { KpiSummary, Series } from '../../api/shapes.ts';
import { seriesPath, type View } from '../../api/view.ts';
import { Answered } from '../../components/Answered.tsx';
import { BarTable } from '../../components/BarTable.tsx';
import { periodName } from '../../words/dates.ts';
import { latestRow } from '../../words/sentences.ts';
import type { Feature } from './features.ts';

/** A KPI at its latest period, by several splits side by side. */
export const Breakdown = (props: { feature: Feature; kpi: KpiSummary; view: View }) => (
  <section class="breakdown" aria-labelledby="breakdown">
    <h2 id="breakdown">{props.feature.title}</h2>
    <div class="breakdown-tables" data-count={props.feature.by.length}>
      <For each={props.feature.by}>{(by) => <BySplit kpi={props.kpi} by={by} view={props.view} />}</For>
    </div>
  </section>
);

function BySplit(props: { kpi: KpiSummary; by: string; view: View }) {
  const answer = createAnswer<Series>(() => seriesPath(props.kpi, { ...props.view, by: props.by }));
  const split = () => props.kpi.splits.find((one) => one.id === props.by);
  return (
    <Answered answer={answer} height={220}>
      {(series) => (
        <Show when={split() && latestRow(series().rows)} fallback={<p>No figures yet for this view.</p>}>
          {(row) => (
            <BarTable
              caption={`By ${split()!.title.toLowerCase()}, ${periodName(row())}`}
              kpi={props.kpi}
              split={split()!}
              rows={series().rows.filter((one) => one.period === row().period)}
            />
          )}
        </Show>
      )}
    </Answered>
  );
}
