// Components: the parts that pages are made of.
import { type Accessor, type JSX, onCleanup, Show } from 'solid-js';
import type { Answer } from '../api/answer.ts';
import { Skeleton } from './Skeleton.tsx';
import { Given } from './Given.tsx';

interface AnsweredProps<T> {
  answer: Answer<T>;
  /** Pixels to hold while waiting. */
  height: number;
  children: (data: Accessor<NonNullable<T>>) => JSX.Element;
}

/** Shows an answer, or that it is on its way, or what went wrong. The last figures stay while new ones fail. */
export const Answered = <T,>(props: AnsweredProps<T>) => (
  <>
    <Given when={props.answer.error()}>
      {(problem) => (
        <div class="problem">
          <p>
            <strong>The figures could not be loaded.</strong> {problem()}
            <Show when={props.answer.data()}> Below are the last ones received.</Show>
          </p>
          <TryAgain onPress={() => props.answer.retry()} />
        </div>
      )}
    </Given>
    <Given
      when={props.answer.data() as NonNullable<T> | undefined}
      fallback={
        <Show when={!props.answer.error()}>
          <Skeleton height={props.height} />
        </Show>
      }
    >
      {(data) => props.children(data)}
    </Given>
  </>
);

/** Goes with the problem; when it has the focus then, the main part takes it, so that it is not lost. */
function TryAgain(props: { onPress(): void }) {
  let button!: HTMLButtonElement;
  onCleanup(() => {
    if (document.activeElement === button) document.querySelector('main')!.focus({ preventScroll: true });
  });
  return (
    <button ref={button} type="button" onClick={() => props.onPress()}>
      Try again
    </button>
  );
}
