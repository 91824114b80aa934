import { type Accessor, createEffect, onCleanup } from 'solid-js';

/** What stands around every printed sheet but the first, which says it itself. */
interface RunningHead {
  whose: string | undefined;
  /** The page and its period. */
  what: string;
  snapshot: string | undefined;
}

/** Hands words to the margins of printed sheets: `@page` of styles/print.css reads them, and no element can stand there. */
export function createRunningHead(head: Accessor<RunningHead>): void {
  const { style } = document.documentElement;
  const hand = (name: keyof RunningHead, words: string | undefined) =>
    words ? style.setProperty(`--running-${name}`, JSON.stringify(words)) : style.removeProperty(`--running-${name}`);
  createEffect(() => {
    const { whose, what, snapshot } = head();
    hand('whose', whose);
    hand('what', what);
    hand('snapshot', snapshot);
  });
  onCleanup(() =>
    ['--running-whose', '--running-what', '--running-snapshot'].forEach((name) => style.removeProperty(name)),
  );
}
