// Components: the parts that pages are made of.
import { type Accessor, type JSX, Match, Show, Switch } from 'solid-js';
import type { Answer } from '../api/answer.ts';
import { Skeleton } from './Skeleton.tsx';

interface AnsweredProps<T> {
  answer: Answer<T>;
  /** Pixels to hold while waiting. */
  height: number;
  children: (data: Accessor<NonNullable<T>>) => JSX.Element;
}

/** Shows an answer, or that it is on its way, or what went wrong. The last figures stay while new ones fail. */
export const Answered = <T,>(props: AnsweredProps<T>) => (
  <>
    <Show when={props.answer.error()}>
      {(problem) => (
        <div class="problem">
          <p>
            <strong>The figures could not be loaded.</strong> {problem()}
            <Show when={props.answer.data()}> Below are the last ones received.</Show>
          </p>
          <button type="button" onClick={() => props.answer.retry()}>
            Try again
          </button>
        </div>
      )}
    </Show>
    <Switch>
      <Match when={props.answer.data() as NonNullable<T> | undefined}>{(data) => props.children(data)}</Match>
      <Match when={!props.answer.error()}>
        <Skeleton height={props.height} />
      </Match>
    </Switch>
  </>
);
