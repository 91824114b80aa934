import { offerInWords, useLive } from '../api/live.ts';
import { Given } from './Given.tsx';

/** Offers newer figures at the foot of the window. It takes no room above it, so that nothing that is being read moves. */
export function Offer() {
  const live = useLive();
  const accept = () => {
    // The button goes with the offer, and would take the focus with it.
    document.querySelector('main')!.focus({ preventScroll: true });
    live.accept();
  };
  return (
    <Given when={live.offered()}>
      {(snapshot) => (
        <section class="offer" aria-label="Newer figures">
          <p>{offerInWords(snapshot())}</p>
          <button type="button" onClick={accept}>
            Show them
          </button>
        </section>
      )}
    </Given>
  );
}
