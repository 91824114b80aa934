import { For, Show } from 'solid-js';
import type { PackNotes } from '../../../etl/disclosure/pack/notes.ts';
import { longDate } from '../../words/dates.ts';
import { Given } from '../../components/Given.tsx';

interface NotedProps {
  notes: PackNotes;
  kpi: string;
  today: string;
}

/** What people say of a measure, and what they have agreed to do. */
export function Noted(props: NotedProps) {
  const comment = () => props.notes.comments.findLast(({ kpi }) => kpi === props.kpi);
  const actions = () => props.notes.actions.filter(({ kpi }) => kpi === props.kpi);
  return (
    <div class="noted">
      <p>
        <strong>Comment: </strong>
        <Given when={comment()} fallback="none was entered.">
          {(one) => (
            <>
              {one().text} ({one().owner}, {longDate(one().on)})
            </>
          )}
        </Given>
      </p>
      <Show
        when={actions().length > 0}
        fallback={
          <p>
            <strong>Open actions: </strong>none.
          </p>
        }
      >
        <p>
          <strong>Open actions:</strong>
        </p>
        <ul>
          <For each={actions()}>
            {(one) => (
              <li>
                {one.text}. {one.owner}, due {longDate(one.due)}
                {one.due < props.today ? ' (overdue)' : ''}.
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  );
}
