import { useLocation } from '@solidjs/router';
import { For, Index, Show } from 'solid-js';
import type { Extract, KpiSummary, UnusualParts } from '../../api/shapes.ts';
import { SenseShape } from '../../components/SignalMark.tsx';
import type { Sense } from '../../words/signal.ts';
import { kpiAddress } from './headlines.ts';
import { type Line, whatToKnow } from './know.ts';
import { Where } from './Where.tsx';

/** A target that is missed and data that are late are no signals: they have the shape of what is not judged. */
const SHAPES: Record<Line['sense'], Sense> = {
  worse: 'worse',
  better: 'better',
  same: 'same',
  target: 'unknown',
  late: 'unknown',
};

/** The first words of the page: what is worse, what is better, and that the rest is not. */
export function WhatToKnow(props: {
  kpis: readonly KpiSummary[];
  extracts: readonly Extract[];
  /** What is looked for in parts is looked for in the latest months alone. */
  parts: UnusualParts | undefined;
  to: string | undefined;
}) {
  const location = useLocation();
  return (
    <section class="know" aria-labelledby="know">
      <h2 id="know">What to know</h2>
      <ul>
        <Index each={whatToKnow(props.kpis, props.extracts)}>
          {(line) => (
            <li data-sense={line().sense}>
              <SenseShape sense={SHAPES[line().sense]} />
              <span>
                {line().begins}
                <For each={line().kpis}>
                  {(kpi, i) => (
                    <>
                      <Show when={i() > 0}>, </Show>
                      <a href={kpiAddress(kpi, props.to, location.search)}>{kpi.title}</a>
                    </>
                  )}
                </For>
                {line().ends}
              </span>
            </li>
          )}
        </Index>
        <Show when={!props.to}>
          <Where kpis={props.kpis} found={props.parts} />
        </Show>
      </ul>
    </section>
  );
}
