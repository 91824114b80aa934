import { useLocation } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import { useLive } from '../api/live.ts';
import { announce } from './announce.ts';

/** A link that gives the same figures to whoever opens it, whatever is built meanwhile; and the page on paper. */
export function Share() {
  const live = useLive();
  const location = useLocation();
  const [shown, setShown] = createSignal(false);
  const link = () => {
    const query = new URLSearchParams(location.search);
    query.set('as_at', String(live.number()));
    return `${window.location.origin}${location.pathname}?${query}`;
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link());
      announce('status', `Link copied. It will show snapshot ${live.number()}.`);
    } catch {
      // Browsers give the clipboard to safe addresses alone, and not always then.
      setShown(true);
    }
  };
  return (
    <div class="share">
      <button type="button" class="plain" onClick={copy}>
        Copy link
      </button>
      <button type="button" class="plain" onClick={() => window.print()}>
        Print
      </button>
      <Show when={shown()}>
        <label class="share-link">
          <span>Link to this page with snapshot {live.number()}</span>
          <input type="text" readonly value={link()} onFocus={(event) => event.currentTarget.select()} />
        </label>
      </Show>
    </div>
  );
}
