import { type JSX, Show } from 'solid-js';
import { mayOpen } from '../api/session.ts';

/** A link to a page that not every role sees. To whom it is not for, it is the bare words. */
export const RoleLink = (props: {
  to: string;
  /** Where it leads, for those who hear it: where another link has the same words. */
  hint?: string;
  children: JSX.Element;
}) => (
  <Show when={mayOpen(props.to)} fallback={props.children}>
    <a href={props.to}>
      {props.children}
      <Show when={props.hint}>
        <span class="visually-hidden">{props.hint}</span>
      </Show>
    </a>
  </Show>
);
