// A family page: its controls, the section of each KPI, and the breakdown that some families begin with.
import { For } from 'solid-js';
import type { KpiSummary } from '../../api/shapes.ts';
import type { Shown } from '../../api/paths.ts';
import { type View, withValue } from '../../api/view.ts';
import { BySplit } from './BySplit.tsx';
import type { Feature } from './features.ts';

type Address = (part: Partial<View>) => string;

/** A KPI at its latest period, by several splits side by side. */
export const Breakdown = (props: { feature: Feature; kpi: KpiSummary; view: View & Shown; address: Address }) => (
  <section class="breakdown" aria-labelledby="breakdown">
    <h2 id="breakdown">{props.feature.title}</h2>
    <div class="breakdown-tables" data-count={props.feature.by.length}>
      <For each={props.feature.by}>
        {(by) => (
          <BySplit
            kpi={props.kpi}
            by={by}
            view={props.view}
            chosen={props.view.where[by]}
            link={(value) => props.address({ where: withValue(props.view.where, by, value) })}
          />
        )}
      </For>
    </div>
  </section>
);
