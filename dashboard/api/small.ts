import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';

const [held, setHeld] = createSignal(0);

/** Whether anything that the page shows was answered with a small number in it. */
export const holdsSmall = (): boolean => held() > 0;

/** Counts an answer among those of the page for as long as it is there. */
export function noteSmall(answer: Accessor<string | undefined>): void {
  createEffect(() => {
    if (!answer()?.includes('"sensitive":true')) return;
    setHeld((n) => n + 1);
    onCleanup(() => setHeld((n) => n - 1));
  });
}
