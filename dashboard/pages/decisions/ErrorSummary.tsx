import { createEffect, For, Show } from 'solid-js';
import type { Fault } from './entry.ts';
import { Given } from '../../components/Given.tsx';

/** What is to be put right, with a link to each field; it takes the focus when there is any. */
export function ErrorSummary(props: { faults: readonly Fault[] }) {
  let box: HTMLDivElement | undefined;
  createEffect(() => {
    if (props.faults.length > 0) box?.focus();
  });
  const goTo = (event: MouseEvent, field: string) => {
    event.preventDefault();
    document.getElementById(`field-${field}`)?.focus();
  };
  return (
    <Show when={props.faults.length > 0}>
      <div ref={box} class="problem" role="group" tabindex="-1" aria-labelledby="faults">
        <h3 id="faults">Nothing was kept. Put this right:</h3>
        <ul>
          <For each={props.faults}>
            {({ field, message }) => (
              <li>
                <Given when={field} fallback={message}>
                  {(name) => (
                    <a href={`#field-${name()}`} onClick={(event) => goTo(event, name())}>
                      {message}
                    </a>
                  )}
                </Given>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  );
}
