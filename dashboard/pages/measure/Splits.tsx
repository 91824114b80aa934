import { For, Show } from 'solid-js';
import type { KpiSummary } from '../../api/shapes.ts';
import type { Shown } from '../../api/paths.ts';
import { type View, withValue } from '../../api/view.ts';
import { BySplit } from '../family/BySplit.tsx';

interface SplitsProps {
  kpi: KpiSummary;
  view: View & Shown;
  address(part: Partial<View>): string;
}

/** The KPI by each of its splits. To choose a value shows it alone on all of the page; its own table keeps the others beside it. */
export const Splits = (props: SplitsProps) => (
  <Show when={props.kpi.splits.length > 0}>
    <section class="breakdown" aria-labelledby="splits">
      <h2 id="splits">Who and where</h2>
      <p class="note">Choose a value to see it alone everywhere on this page; choose it again to see everyone.</p>
      <div class="breakdown-tables">
        <For each={props.kpi.splits}>
          {(split) => (
            <BySplit
              kpi={props.kpi}
              by={split.id}
              view={props.view}
              chosen={props.view.where[split.id]}
              link={(value) => props.address({ where: withValue(props.view.where, split.id, value) })}
            />
          )}
        </For>
      </div>
    </section>
  </Show>
);
