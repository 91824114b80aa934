import { useLocation } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { KpiSummary, UnusualParts } from '../../api/shapes.ts';
import { SenseShape } from '../../components/SignalMark.tsx';
import { gravest, lookedAt, partsInWords } from '../../words/parts.ts';
import { kpiAddress } from './headlines.ts';

interface WhereProps {
  kpis: readonly KpiSummary[];
  /** Undefined while it is on its way: the line keeps its place. */
  found: UnusualParts | undefined;
}

/** In which parts there is a change: a whole without one may hide a town that rises and one that falls. */
export function Where(props: WhereProps) {
  const location = useLocation();
  const parts = () => props.found?.parts.filter(({ kpi }) => props.kpis.some(({ id }) => id === kpi)) ?? [];
  const unusual = () => parts().filter((one) => one.unusual.length > 0);
  const kpi = (id: string) => props.kpis.find((one) => one.id === id)!;
  return (
    <li data-sense={gravest(parts())}>
      <SenseShape sense={gravest(parts())} />
      <Show
        when={parts().length > 0}
        fallback={<span>{props.found ? 'No part can be judged.' : 'Looking at parts.'}</span>}
      >
        <span>
          <For each={unusual()}>
            {(one) => (
              <>
                <a href={`${kpiAddress(kpi(one.kpi), undefined, location.search)}&by=${one.by.id}`}>
                  {kpi(one.kpi).title}
                  <span class="visually-hidden"> by {one.by.title.toLowerCase()}</span>
                </a>{' '}
                {partsInWords(one)}.{' '}
              </>
            )}
          </For>
          <Show when={unusual().length === 0}>No town or other part stands out. </Show>
          <small>{lookedAt(parts())}</small>
        </span>
      </Show>
    </li>
  );
}
