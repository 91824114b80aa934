import { createSignal, Show } from 'solid-js';
import { createFigures } from '../../api/figures.ts';
import type { Kpi, KpiSummary } from '../../api/shapes.ts';
import { monthName } from '../../words/dates.ts';
import { Given } from '../../components/Given.tsx';

const BETTER = {
  lower: 'Lower is better.',
  higher: 'Higher is better.',
  neither: 'Neither higher nor lower is better in itself.',
};

/** How a KPI is counted, down to its query, for whoever has to defend the figure. */
export function Definition(props: { kpi: KpiSummary }) {
  const [open, setOpen] = createSignal(false);
  const full = createFigures<Kpi>(() => (open() ? `/kpis/${props.kpi.id}` : undefined));
  return (
    <details class="definition" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        How it is counted<span class="visually-hidden">: {props.kpi.title}</span>
      </summary>
      <p>{props.kpi.definition}</p>
      <p>
        {BETTER[props.kpi.better]} Owner: {props.kpi.owner}.
        <Given when={props.kpi.covered}>
          {(days) => (
            <>
              {' '}
              Data from {monthName(days().from)} to {monthName(days().to)}.
            </>
          )}
        </Given>{' '}
        Made from: {props.kpi.extracts.join(', ')}.
        <Show when={props.kpi.catalogue}> Catalogue entry {props.kpi.catalogue}.</Show>
      </p>
      <Given when={full.data()}>
        {(kpi) => (
          <details>
            <summary>
              For analysts: its query<span class="visually-hidden"> ({props.kpi.title})</span>
            </summary>
            <pre tabindex="0" role="region" aria-label={`Query of ${props.kpi.title}`}>
              {kpi().sql}
            </pre>
          </details>
        )}
      </Given>
    </details>
  );
}
