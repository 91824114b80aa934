// A family page: its controls, the section of each KPI, and the breakdown that some families begin with.
import { For } from 'solid-js';
import type { KpiSummary } from '../../api/shapes.ts';
import type { Shown } from '../../api/paths.ts';
import { BySplit } from './BySplit.tsx';
import type { Feature } from './features.ts';

/** A KPI at its latest period, by several splits side by side. */
export const Breakdown = (props: { feature: Feature; kpi: KpiSummary; view: Shown }) => (
  <section class="breakdown" aria-labelledby="breakdown">
    <h2 id="breakdown">{props.feature.title}</h2>
    <div class="breakdown-tables" data-count={props.feature.by.length}>
      <For each={props.feature.by}>{(by) => <BySplit kpi={props.kpi} by={by} view={props.view} />}</For>
    </div>
  </section>
);
