import { A, useSearchParams } from '@solidjs/router';
import { createMemo, Show } from 'solid-js';
import { ROLE_TITLE } from '../../functions/api/session/actor.ts';
import { createAnswer } from '../api/answer.ts';
import type { AuditPage } from '../api/shapes.ts';
import { Answered } from '../components/Answered.tsx';
import { Choice } from '../components/Choice.tsx';
import { Page } from '../components/Page.tsx';
import { ACTION, DECISION } from '../words/audit.ts';
import { counted } from '../words/numbers.ts';
import { EntryTable } from './audit/EntryTable.tsx';
import { Removed } from './audit/Removed.tsx';

const FILTERS = [
  { name: 'action', label: 'What', every: 'Everything', titles: ACTION },
  { name: 'decision', label: 'Decision', every: 'Allowed and denied', titles: DECISION },
  { name: 'role', label: 'Role', every: 'All roles', titles: ROLE_TITLE },
] as const;

type Asked = Partial<Record<(typeof FILTERS)[number]['name'] | 'before', string>>;

/** For the data protection lead: who saw or did what, and when. Entries are never changed; each is bound to the one before. */
export default function Audit() {
  const [asked, ask] = useSearchParams<Asked>();
  const query = (changes: Asked = {}) => {
    const wanted = { ...chosen(), ...changes };
    const given = Object.entries(wanted).filter((pair): pair is [string, string] => Boolean(pair[1]));
    return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
  };
  // What an address says besides is left out: the API would refuse it.
  const chosen = createMemo<Asked>(() => ({
    ...Object.fromEntries(
      FILTERS.map(({ name, titles }) => [name, Object.hasOwn(titles, asked[name] ?? '') ? asked[name] : undefined]),
    ),
    before: /^[1-9]\d*$/.test(asked.before ?? '') ? asked.before : undefined,
  }));
  const answer = createAnswer<AuditPage>(() => `/audit${query()}`);

  return (
    <Page
      title="Who saw what"
      lead="The record of sign-ins, small numbers shown, downloads, files sent, decisions and denials. Accounts stand by their number at their agency's directory, never by a name."
    >
      <div class="controls controls-row" role="group" aria-label="What to show">
        {FILTERS.map(({ name, label, every, titles }) => (
          <Choice
            label={label}
            value={chosen()[name] ?? ''}
            onChange={(value) => ask({ [name]: value || undefined, before: undefined })}
          >
            {[{ id: '', title: every }, ...Object.entries(titles).map(([id, title]) => ({ id, title }))]}
          </Choice>
        ))}
      </div>
      <Answered answer={answer} height={700}>
        {(page) => (
          <>
            <p>{counted(page().all, 'entry', 'entries')} in all.</p>
            <Show when={page().entries.length > 0} fallback={<p>No entry looked at fits what you chose.</p>}>
              <EntryTable entries={page().entries} />
            </Show>
            <nav aria-label="Older and newer entries">
              <p>
                <Show when={chosen().before}>
                  <A href={`/audit${query({ before: undefined })}`}>The newest entries</A>{' '}
                </Show>
                <Show when={page().before}>
                  {(before) => <A href={`/audit${query({ before: String(before()) })}`}>Older entries</A>}
                </Show>
              </p>
            </nav>
          </>
        )}
      </Answered>
      <section>
        <h2>Whether it is as it was written</h2>
        <p>
          Run <code>safeguarding audit verify</code> where the data are. It names the entry that was changed, taken out,
          put in, moved or cut off. Partners can check an export without trusting this site:{' '}
          <code>safeguarding audit export</code>.
        </p>
      </section>
      <Removed />
    </Page>
  );
}
