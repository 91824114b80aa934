import {
  type Accessor,
  createContext,
  createEffect,
  createMemo,
  createSignal,
  on,
  onCleanup,
  untrack,
  useContext,
} from 'solid-js';
import { announce } from '../components/announce.ts';
import { timeOfDay } from '../words/dates.ts';
import { ApiProblem, cameAhead, get } from './client.ts';
import { signedOut } from './session.ts';
import type { Snapshot } from './shapes.ts';

const EVERY_MS = 3_000;

export interface Live {
  snapshot: Accessor<Snapshot | undefined>;
  number: Accessor<number | undefined>;
  /** A newer snapshot that the page does not show yet: nothing moves under somebody's eyes. */
  offered: Accessor<Snapshot | undefined>;
  /** The snapshot that the address asks for and that is shown; nothing newer is offered then. */
  pinned: Accessor<number | undefined>;
  /** A snapshot that the address asks for and that is not there. */
  unknown: Accessor<number | undefined>;
  /** Shows what is offered, if anything is. */
  accept(): void;
  /** Goes up at every poll. */
  ticks: Accessor<number>;
  /** 'waiting' until the first answer; 'none' when nothing was built yet; 'lost' when the server stopped answering. */
  state: Accessor<'waiting' | 'live' | 'none' | 'lost'>;
}

const LiveContext = createContext<Live>();
export const LiveProvider = LiveContext.Provider;

/** The snapshot that the page shows. */
export const useLive = (): Live => useContext(LiveContext)!;

/** What an offer says, seen and heard. */
export const offerInWords = ({ number, built_at }: Snapshot) =>
  `Newer figures are ready: snapshot ${number}, built at ${timeOfDay(built_at)}.`;

/**
 * Watches for a newer snapshot, says so once, and lets the pages repaint themselves when it is asked for.
 * @param address the snapshot that the address pins
 */
export function createLive(address: Accessor<number | undefined>): Live {
  // Another view of the same snapshot is no reason to ask which there is.
  const asked = createMemo(address);
  const path = (pin: number | undefined) => (pin ? `/snapshot?as_at=${pin}` : '/snapshot');
  const early = cameAhead(path(untrack(asked)));
  const [snapshot, setSnapshot] = createSignal(early && (JSON.parse(early.text) as Snapshot));
  const [offered, setOffered] = createSignal<Snapshot>();
  const [state, setState] = createSignal<ReturnType<Live['state']>>(early ? 'live' : 'waiting');
  const [ticks, setTicks] = createSignal(0);
  const [unknown, setUnknown] = createSignal<number>();
  const number = () => snapshot()?.number;
  const pinned = () => (unknown() === asked() ? undefined : asked());

  let awaited = false;

  const take = (next: Snapshot) => {
    if (next.number === number()) return setOffered(undefined);
    if (number() === undefined || awaited) return setSnapshot(next);
    if (next.number === offered()?.number) return;
    setOffered(next);
    announce('point', `${offerInWords(next)} Show them with the button at the end of the page.`);
  };
  const accept = () => {
    const next = offered();
    if (!next) return;
    setOffered(undefined);
    setSnapshot(next);
    announce('status', `Figures updated: snapshot ${next.number}, ${timeOfDay(next.built_at)}`);
  };
  const poll = async () => {
    try {
      const pin = pinned();
      const { text } = await get(path(pin));
      // The address may have changed meanwhile.
      if (pin !== pinned()) return void poll();
      take(JSON.parse(text) as Snapshot);
      awaited = false;
      setState('live');
      setTicks((n) => n + 1);
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 404 && pinned()) {
        setUnknown(pinned());
        return void poll();
      }
      const none = problem instanceof ApiProblem && problem.status === 404;
      setState(none ? 'none' : 'lost');
    }
  };

  // What the address asks for is shown at once: it is no news that would move under somebody's eyes.
  createEffect(
    on(
      asked,
      () => {
        setOffered(undefined);
        awaited = true;
        void poll();
      },
      { defer: true },
    ),
  );
  let timer: ReturnType<typeof setTimeout>;
  let ended = false;
  // The next poll is set when the last one ended, so that a slow server is never asked twice at once.
  const again = () => {
    clearTimeout(timer);
    if (document.hidden || signedOut()) return;
    void poll().then(() => {
      if (!ended) timer = setTimeout(again, EVERY_MS);
    });
  };
  document.addEventListener('visibilitychange', again);
  again();
  onCleanup(() => {
    ended = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', again);
  });
  return { snapshot, number, offered, pinned, unknown, accept, ticks, state };
}
