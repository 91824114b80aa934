// What the pages ask of the API, and how answers stay fresh: one client, one poll of the snapshot, one hook.
import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';
import { get } from './client.ts';
import { useLive } from './live.ts';

export interface Answer<T> {
  /** The last answer; kept while a newer one is on its way, so that figures never blink. */
  data: Accessor<T | undefined>;
  /** Why the last question failed, in words. */
  error: Accessor<string | undefined>;
  busy: Accessor<boolean>;
  retry(): void;
}

/**
 * Asks the API, and asks again when the address or the snapshot changes.
 * @param path under /api; nothing is asked while it is undefined
 * @param options.every ask at every poll too, for what changes without a new snapshot (a refused file)
 */
export function createAnswer<T>(path: Accessor<string | undefined>, options: { every?: boolean } = {}): Answer<T> {
  const live = useLive();
  const [text, setText] = createSignal<string>();
  const [data, setData] = createSignal<T>();
  const [error, setError] = createSignal<string>();
  const [busy, setBusy] = createSignal(false);
  const [asked, setAsked] = createSignal(0);

  createEffect(() => {
    const address = path();
    asked();
    // After a failure, every poll that succeeds is a reason to try again.
    // Not while a newer snapshot is only offered: it would be answered from that one.
    if ((options.every && !live.offered()) || error()) live.ticks();
    if (address === undefined || live.number() === undefined) return;
    const stop = new AbortController();
    onCleanup(() => stop.abort());
    setBusy(true);
    get(address, stop.signal).then(
      (answer) => {
        // An unchanged answer repaints nothing.
        if (answer !== text()) setData(() => JSON.parse(setText(answer)) as T);
        setError(undefined);
        setBusy(false);
      },
      (problem: Error) => {
        if (stop.signal.aborted) return;
        setError(problem.message);
        setBusy(false);
      },
    );
  });
  return { data, error, busy, retry: () => setAsked((n) => n + 1) };
}
