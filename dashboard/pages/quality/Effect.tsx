import { useLocation } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { Extract, KpiSummary, Quality } from '../../api/shapes.ts';
import { pinnedIn } from '../../api/view.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { type Fault, worstFirst } from '../../words/faults.ts';
import { capital } from '../../words/letters.ts';

/** What is wrong with the data, and which figures rest on it: whether it changes what a board was told. */
export function Effect(props: {
  extracts: readonly Extract[];
  counts: Quality['extracts'];
  kpis: readonly KpiSummary[];
}) {
  const location = useLocation();
  const faults = () => worstFirst(props.extracts, props.counts);
  const touched = (id: string) => props.kpis.filter(({ extracts }) => extracts.includes(id));
  const columns: Column<Fault>[] = [
    { title: 'Extract', heads: true, cell: ({ extract }) => extract.title },
    { title: 'What is wrong', cell: ({ faults }) => `${capital(faults.join('; '))}.` },
    {
      title: 'KPIs made from it',
      cell: ({ extract }) => (
        <Show when={touched(extract.id).length > 0} fallback="None">
          <ul class="in-cell">
            <For each={touched(extract.id)}>
              {(kpi) => (
                <li>
                  <a href={pinnedIn(`/measures/${kpi.id}`, location.search)}>{kpi.title}</a>
                </li>
              )}
            </For>
          </ul>
        </Show>
      ),
    },
  ];
  return (
    <section>
      <h2 id="effect">What is wrong, and what it touches</h2>
      <Show
        when={faults().length > 0}
        fallback={<p>Nothing: no extract is late, no file was refused, and few rows are faulty.</p>}
      >
        <DataTable caption="Extracts with faults, worst first" columns={columns} rows={faults()} />
      </Show>
      <p class="note">
        Named here: what is late or never came, files that were refused, and extracts of which one row in twenty or more
        was rejected or kept with a warning.
      </p>
    </section>
  );
}
