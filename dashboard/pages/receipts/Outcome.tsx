import { Show } from 'solid-js';
import type { Submission } from '../../api/shapes.ts';
import { OUTCOME } from '../../words/rules.ts';

/** The outcome in words; a refused file has a mark of its own shape. */
export const Outcome = (props: { outcome: Submission['outcome'] }) => (
  <span class="outcome" data-outcome={props.outcome}>
    <Show when={props.outcome === 'refused'}>
      <svg aria-hidden="true" viewBox="0 0 14 14" width="14" height="14">
        <path d="M4.2 0h5.6L14 4.2v5.6L9.8 14H4.2L0 9.8V4.2z" fill="currentColor" />
        <path d="M4.5 4.5l5 5m0-5l-5 5" stroke="#fff" stroke-width="1.6" />
      </svg>
    </Show>
    {OUTCOME[props.outcome]}
  </span>
);
