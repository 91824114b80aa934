import { useLocation } from '@solidjs/router';
import { pinnedIn } from '../../api/view.ts';
import type { Listed } from '../../api/shapes.ts';
import { longDate } from '../../words/dates.ts';
import { For } from 'solid-js';
import { dueInWords } from '../../words/actions.ts';
import { actionsInWords, boardNotes, bylineOf } from './know.ts';
import { Given } from '../../components/Given.tsx';

/** What the board has noted: when it last met, what it says of the figures, what it has in hand. */
export function Board(props: { listed: readonly Listed[] }) {
  const location = useLocation();
  const today = new Date().toISOString().slice(0, 10);
  const notes = () => boardNotes(props.listed, today);
  return (
    <section class="from-board" aria-label="From the board">
      <Given when={notes().comment}>
        {(comment) => (
          <p>
            <strong>Comment</strong> ({bylineOf(comment())}): {comment().text}
          </p>
        )}
      </Given>
      <p>
        <Given when={notes().lastMet}>
          {(day) => (
            <>
              The board last met on {longDate(day())}.{' '}
              <a href={pinnedIn('/changes', location.search)}>See what changed since then</a>.{' '}
            </>
          )}
        </Given>
        <a href={pinnedIn('/decisions', location.search)}>{actionsInWords(notes())}</a>
      </p>
      <ul class="on-paper">
        <For each={notes().actions}>
          {(action) => (
            <li>
              {action.text} ({action.owner}; {dueInWords(action, today)})
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
