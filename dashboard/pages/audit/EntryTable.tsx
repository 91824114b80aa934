import { Show } from 'solid-js';
import { ROLE_TITLE } from '../../../functions/api/session/actor.ts';
import type { AuditEntry } from '../../api/shapes.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { ACTION, DECISION, targetText } from '../../words/audit.ts';
import { dayAndTime } from '../../words/dates.ts';
import { capital } from '../../words/letters.ts';

/** Who did what, a row an entry. */
export const EntryTable = (props: { entries: readonly AuditEntry[] }) => (
  <DataTable
    caption="Entries of the record, newest first"
    class="record"
    rows={props.entries}
    columns={[
      { title: 'Entry', heads: true, cell: (entry) => entry.seq },
      { title: 'When', cell: (entry) => dayAndTime(entry.at) },
      { title: 'Who', cell: (entry) => <Who actor={entry.actor} /> },
      { title: 'What', cell: (entry) => ACTION[entry.action] },
      {
        title: 'Of what',
        cell: (entry) => (
          <>
            <span class="address">{targetText(entry.target)}</span>
            <Show when={entry.purpose}> Purpose: {entry.purpose}</Show>
          </>
        ),
      },
      { title: 'Decision', cell: (entry) => <span data-decision={entry.decision}>{DECISION[entry.decision]}</span> },
    ]}
  />
);

const Who = (props: { actor: AuditEntry['actor'] }) => (
  <Show when={props.actor} fallback="Nobody who had signed in">
    {(actor) => (
      <>
        {ROLE_TITLE[actor().role]}
        {actor().agency && `, ${capital(actor().agency)}`}
        <br />
        <span class="address">Account {actor().subject}</span>
      </>
    )}
  </Show>
);
