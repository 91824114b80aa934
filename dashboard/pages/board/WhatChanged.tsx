import { For, Show } from 'solid-js';
import type { PackMeasure } from '../../../etl/disclosure/pack/measure.ts';
import type { PackNotes } from '../../../etl/disclosure/pack/notes.ts';
import { SenseShape } from '../../components/SignalMark.tsx';
import { longDate } from '../../words/dates.ts';
import { type Sense, senseOf } from '../../words/signal.ts';
import { inWords } from '../decisions/entry.ts';
import { packFinding } from './words.ts';

const UNUSUAL: readonly { sense: Sense; title: string }[] = [
  { sense: 'worse', title: 'Worse than usual' },
  { sense: 'better', title: 'Better than usual' },
  { sense: 'higher', title: 'Changed (higher)' },
  { sense: 'lower', title: 'Changed (lower)' },
];

interface WhatChangedProps {
  measures: readonly PackMeasure[];
  notes: PackNotes;
  period: string;
  today: string;
}

/** The measures that are unusual, and what was decided or noted since the board last met. */
export function WhatChanged(props: WhatChangedProps) {
  const of = (sense: Sense) => props.measures.filter(({ trend }) => senseOf(trend.signal) === sense);
  const titleOf = (kpi: string | null) => props.measures.find((one) => one.kpi === kpi)?.title;
  const unusual = () => UNUSUAL.filter(({ sense }) => of(sense).length > 0);
  return (
    <section aria-labelledby="pack-changes">
      <h2 id="pack-changes">What changed</h2>
      <Show when={unusual().length > 0} fallback={<p>No measure is better or worse than usual.</p>}>
        <For each={unusual()}>
          {({ sense, title }) => (
            <>
              <h3>
                <SenseShape sense={sense} /> {title}
              </h3>
              <ul>
                <For each={of(sense)}>
                  {(one) => (
                    <li>
                      {one.title}: {packFinding(one, props.period)}
                    </li>
                  )}
                </For>
              </ul>
            </>
          )}
        </For>
      </Show>
      <h3>
        {props.notes.last_met
          ? `Decided or noted since the board met on ${longDate(props.notes.last_met)}`
          : 'Decided or noted'}
      </h3>
      <Show when={props.notes.since.length > 0} fallback={<p>Nothing was entered.</p>}>
        <ul>
          <For each={props.notes.since}>
            {(d) => (
              <li>
                {longDate(d.on)}, {'kpi' in d ? (titleOf(d.kpi) ?? 'all measures') : ''}: {inWords(d)} ({d.owner})
              </li>
            )}
          </For>
        </ul>
      </Show>
      <h3>Open actions</h3>
      <Show when={props.notes.actions.length > 0} fallback={<p>None.</p>}>
        <ul>
          <For each={props.notes.actions}>
            {(d) => (
              <li>
                {titleOf(d.kpi) ?? 'All measures'}: {inWords(d, undefined, props.today)}. {d.owner}.
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}
