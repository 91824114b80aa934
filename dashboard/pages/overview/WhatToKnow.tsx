import { A } from '@solidjs/router';
import { For, Index, Show } from 'solid-js';
import type { Extract, KpiSummary, UnusualParts } from '../../api/shapes.ts';
import { SenseShape } from '../../components/SignalMark.tsx';
import { kpiAddress } from './headlines.ts';
import { whatToKnow } from './know.ts';
import { Where } from './Where.tsx';

/** The first words of the page: what is worse, what is better, and that the rest is not. */
export const WhatToKnow = (props: {
  kpis: readonly KpiSummary[];
  extracts: readonly Extract[];
  parts: UnusualParts | undefined;
}) => (
  <section class="know" aria-labelledby="know">
    <h2 id="know">What to know</h2>
    <ul>
      <Index each={whatToKnow(props.kpis, props.extracts)}>
        {(line) => (
          <li data-sense={line().sense}>
            <SenseShape sense={line().sense === 'late' ? 'unknown' : (line().sense as 'worse')} />
            <span>
              {line().begins}
              <For each={line().kpis}>
                {(kpi, i) => (
                  <>
                    <Show when={i() > 0}>, </Show>
                    <A href={kpiAddress(kpi)}>{kpi.title}</A>
                  </>
                )}
              </For>
              {line().ends}
            </span>
          </li>
        )}
      </Index>
      <Where kpis={props.kpis} found={props.parts} />
    </ul>
  </section>
);
