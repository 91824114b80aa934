import { Show } from 'solid-js';
import type { Status } from '../api/shapes.ts';
import { STATUS } from '../words/sentences.ts';

/** Says that a figure is not final: an open ring as on the charts, and the word. Nothing beside a final one. */
export const StatusMark = (props: { status: Status }) => (
  <Show when={props.status !== 'final'}>
    <span class="status-mark">
      <svg aria-hidden="true" viewBox="0 0 12 12" width="12" height="12">
        <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="2" />
      </svg>
      {STATUS[props.status].word}
    </span>
  </Show>
);
