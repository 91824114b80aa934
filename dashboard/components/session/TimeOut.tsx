import { createEffect, createSignal, onCleanup, onMount, Show } from 'solid-js';
import { askMe, ends, me, signInTo, signOut, stayIn } from '../../api/session.ts';
import { timeOfDay } from '../../words/dates.ts';

const WARN_MS = 2 * 60_000;
/** How often the server is told that the pages are in use, and how often the clock is looked at. */
const TELL_MS = 60_000;
const LOOK_MS = 5_000;

/** Warns before a session ends, and keeps it going while somebody uses the pages. */
export function TimeOut() {
  let dialog!: HTMLDialogElement;
  const [warned, setWarned] = createSignal<'idle' | 'longest'>();
  const [dismissed, setDismissed] = createSignal(false);
  let told = Date.now();
  const until = (which: 'idle' | 'longest') => ends()[which] - Date.now();
  const used = () => {
    if (!me() || dialog.open || Date.now() - told < TELL_MS) return;
    told = Date.now();
    void stayIn();
  };
  const look = async () => {
    if (!me()) return setWarned(undefined);
    if (until('idle') < WARN_MS) await askMe(); // it may be in use in another window
    if (!me()) return setWarned(undefined);
    if (until('longest') < WARN_MS) return setWarned(dismissed() ? undefined : 'longest');
    setWarned(until('idle') < WARN_MS ? 'idle' : undefined);
  };
  const stay = () => {
    if (warned() === 'longest') setDismissed(true);
    setWarned(undefined);
    told = Date.now();
    void stayIn();
  };
  createEffect(() => {
    if (warned() && !dialog.open) dialog.showModal();
    if (!warned() && dialog.open) dialog.close();
  });
  onMount(() => {
    const timer = setInterval(() => void look(), LOOK_MS);
    const events = ['pointerdown', 'keydown'] as const;
    for (const event of events) document.addEventListener(event, used, { passive: true });
    onCleanup(() => {
      clearInterval(timer);
      for (const event of events) document.removeEventListener(event, used);
    });
  });
  const at = () => (warned() ? timeOfDay(new Date(ends()[warned()!]).toISOString()) : '');
  const here = () => window.location.pathname + window.location.search;
  return (
    <dialog ref={dialog} class="time-out" aria-labelledby="time-out" aria-describedby="time-out-why" onCancel={stay}>
      <h2 id="time-out">You will be signed out at {at()}</h2>
      <Show
        when={warned() === 'longest'}
        fallback={
          <>
            <p id="time-out-why">
              Nobody has used these pages for a while. What you have typed and not kept is lost then.
            </p>
            <button type="button" onClick={stay}>
              Stay signed in
            </button>
          </>
        }
      >
        <p id="time-out-why">
          You have been signed in for almost eight hours, which is as long as it lasts. Keep what you have typed, then
          sign in again.
        </p>
        <button type="button" onClick={stay}>
          Go on until then
        </button>
        <a href={signInTo(here())} rel="external">
          Sign in again
        </a>
      </Show>
      <button type="button" class="link" onClick={() => void signOut()}>
        Sign out
      </button>
    </dialog>
  );
}
