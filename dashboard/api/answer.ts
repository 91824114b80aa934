// What the pages ask of the API, and how answers stay fresh: one client, one poll of the snapshot, one hook.
import { type Accessor, batch, createEffect, createMemo, createSignal, onCleanup, untrack } from 'solid-js';
import { cameAhead, get, type Said } from './client.ts';
import { keep, recall } from './kept.ts';
import { useLive } from './live.ts';
import { noteSmall } from './small.ts';
import { createTurn } from './turn.ts';

export interface Answer<T> {
  /** The last answer; kept while a newer one is on its way, so that figures never blink. */
  data: Accessor<T | undefined>;
  /** Why the last question failed, in words. */
  error: Accessor<string | undefined>;
  busy: Accessor<boolean>;
  /** Whether `data` answers another question than the one that is asked now. */
  stale: Accessor<boolean>;
  retry(): void;
}

/**
 * Asks the API, and asks again when the address changes, or when the page's snapshot is another than the answer's. It does not wait to
 * know the snapshot, but shows nothing before that is known. What was answered before stands there at once, until the API says more.
 * @param path under /api; nothing is asked while it is undefined
 * @param options.every ask at every poll too, for what changes without a new snapshot (a refused file)
 */
export function createAnswer<T>(path: Accessor<string | undefined>, options: { every?: boolean } = {}): Answer<T> {
  const live = useLive();
  const inTurn = createTurn();
  const [said, setSaid] = createSignal<Said>();
  const [data, setData] = createSignal<T>();
  const [error, setError] = createSignal<string>();
  const [busy, setBusy] = createSignal(false);
  const [asked, setAsked] = createSignal(0);
  const [wanted, setWanted] = createSignal<string>();
  const [answered, setAnswered] = createSignal<string>();
  const outdated = createMemo<number | undefined>((last) => {
    const [page, answer] = [live.number(), said()];
    return page === undefined || answer === undefined || answer.snapshot === page ? last : page;
  });
  const known = <V>(value: Accessor<V>) => (live.number() === undefined ? undefined : value());

  noteSmall(() => said()?.text);
  const show = (answer: Said, address: string) => {
    // An unchanged answer repaints nothing.
    if (answer.text !== untrack(said)?.text) setData(() => JSON.parse(answer.text) as T);
    setSaid(answer);
    setAnswered(address);
  };
  const ask = (address: string) => {
    const stop = new AbortController();
    // Whatever is asked next says so itself; nothing may be, when a split goes.
    onCleanup(() => {
      stop.abort();
      setBusy(false);
    });
    setWanted(address);
    setBusy(true);
    const before = recall(address, untrack(live.number)) ?? cameAhead(address);
    if (before) show(before, address);
    inTurn(() => get(address, stop.signal)).then(
      (answer) => {
        if (stop.signal.aborted) return;
        keep(address, answer);
        batch(() => {
          show(answer, address);
          setError(undefined);
          setBusy(false);
        });
      },
      (problem: Error) => {
        if (stop.signal.aborted) return;
        setError(problem.message);
        setBusy(false);
      },
    );
  };

  createEffect(() => {
    // Here and not above: a path may rest on what its page makes after this.
    const address = createMemo(path);
    createEffect(() => {
      asked();
      outdated();
      // After a failure, every poll that succeeds is a reason to try again.
      // Not while a newer snapshot is only offered: it would be answered from that one.
      if ((options.every && !live.offered()) || error()) live.ticks();
      if (address() !== undefined) ask(address()!);
    });
  });
  const stale = () => data() !== undefined && answered() !== wanted();
  return { data: () => known(data), error: () => known(error), busy, stale, retry: () => setAsked((n) => n + 1) };
}
