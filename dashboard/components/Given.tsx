import { type Accessor, createMemo, type JSX, Show } from 'solid-js';

interface GivenProps<T> {
  when: T | undefined | null | false;
  fallback?: JSX.Element;
  children: (value: Accessor<NonNullable<T>>) => JSX.Element;
}

/**
 * Shows what is made of a value while there is one. Solid's `Show` with a function throws where a part below it reads the value in the
 * moment in which it goes, which leaves a page frozen at old figures; here such a part reads the last value once more before it goes.
 */
export function Given<T>(props: GivenProps<T>) {
  const last = createMemo<NonNullable<T> | undefined>((before) => (props.when || before) as NonNullable<T> | undefined);
  return (
    <Show when={props.when} fallback={props.fallback}>
      {props.children(last as Accessor<NonNullable<T>>)}
    </Show>
  );
}
