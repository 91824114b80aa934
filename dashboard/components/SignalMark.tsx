import { Match, Switch } from 'solid-js';
import type { Signal } from '../api/shapes.ts';
import { type Sense, senseOf } from '../words/signal.ts';

/** The shape of a sense: triangle, disc with tick, diamond, dashed bar, open ring. Never without its words. */
export const SenseShape = (props: { sense: Sense }) => (
  <svg class="sense" data-sense={props.sense} aria-hidden="true" viewBox="0 0 16 16" width="16" height="16">
    <Switch>
      <Match when={props.sense === 'worse'}>
        <path d="M8 1 15.5 14.5H.5Z" />
      </Match>
      <Match when={props.sense === 'better'}>
        <circle cx="8" cy="8" r="7.5" />
        <path class="sense-tick" d="m4.4 8.2 2.6 2.7 4.6-5.4" />
      </Match>
      <Match when={props.sense === 'higher'}>
        <path d="M8 0 16 8 8 16 0 8Z" />
        <path class="sense-tick" d="m5 9.5 3-3.5 3 3.5" />
      </Match>
      <Match when={props.sense === 'lower'}>
        <path d="M8 0 16 8 8 16 0 8Z" />
        <path class="sense-tick" d="m5 6.5 3 3.5 3-3.5" />
      </Match>
      <Match when={props.sense === 'same'}>
        <path class="sense-line" d="M0 8h4M6 8h4M12 8h4" />
      </Match>
      <Match when={props.sense === 'unknown'}>
        <circle class="sense-line" cx="8" cy="8" r="6" />
      </Match>
    </Switch>
  </svg>
);

/** Whether a figure is unusual: shape and words. */
export const SignalMark = (props: { signal: Pick<Signal, 'variation' | 'words'> }) => (
  <span class="signal-mark" data-sense={senseOf(props.signal)}>
    <SenseShape sense={senseOf(props.signal)} />
    <span>{props.signal.words}</span>
  </span>
);
