import { Show } from 'solid-js';
import { useLive } from '../../api/live.ts';

const COMMAND = 'npx safeguarding release --audience board-pack --data FOLDER';

/** What stands on the page until the board has a release. */
export function NotReleased() {
  const live = useLive();
  return (
    <>
      <p>
        No figures are released for the board yet. A release is what the board's papers may show: small counts, and
        whatever would tell them, are withheld.
      </p>
      <Show
        when={live.snapshot()?.partnership.synthetic}
        fallback={
          <p>
            An analyst makes it, once the figures of a snapshot are agreed, by: <code>{COMMAND}</code>
          </p>
        }
      >
        <p>The demo makes its own when it starts, which takes some seconds.</p>
      </Show>
      <p>This page shows the pack as soon as there is one.</p>
    </>
  );
}
