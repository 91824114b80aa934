import { Show } from 'solid-js';

export interface Marked {
  sensitive?: true | undefined;
}

/** Beside a small number: an outlined square, and the words for those who do not see it. Nothing beside others. */
export const SmallMark = (props: { of: Marked }) => (
  <Show when={props.of.sensitive}>
    {' '}
    <>
      <svg class="small-mark" aria-hidden="true" viewBox="0 0 10 10" width="10" height="10">
        <path d="M1 1h8v8h-8ZM1 9l8-8" fill="none" stroke="currentColor" stroke-width="1.5" />
      </svg>
      <span class="visually-hidden">small number</span>
    </>
  </Show>
);

/** What the mark means, under a table that has it. */
export const SmallKey = (props: { of: readonly Marked[] }) => (
  <Show when={props.of.some(({ sensitive }) => sensitive)}>
    <p class="note">
      <SmallMark of={{ sensitive: true }} /> Small number: do not pass it on, since it may tell who is meant.
    </p>
  </Show>
);
