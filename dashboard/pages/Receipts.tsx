import { useSearchParams } from '@solidjs/router';
import { createMemo, Show } from 'solid-js';
import { createAnswer } from '../api/answer.ts';
import { may, me } from '../api/session.ts';
import type { Extract, Submission } from '../api/shapes.ts';
import { Answered } from '../components/Answered.tsx';
import { Given } from '../components/Given.tsx';
import { Choice } from '../components/Choice.tsx';
import { Page } from '../components/Page.tsx';
import { counted } from '../words/numbers.ts';
import { OUTCOME } from '../words/rules.ts';
import { SendFile } from './receipts/SendFile.tsx';
import { ReceiptTable } from './receipts/ReceiptTable.tsx';

/** Every file that arrived, newest first; refused ones are named before the list. */
export default function Receipts() {
  const [asked, ask] = useSearchParams<{ extract?: string; outcome?: string }>();
  const answer = createAnswer<Submission[]>(() => '/submissions', { every: true });
  const known = createAnswer<Extract[]>(() => (me() && may('GET /api/extracts') ? '/extracts' : undefined));
  const title = (id: string) => known.data()?.find((one) => one.id === id)?.title ?? id;
  const extracts = createMemo(() => [...new Set(answer.data()?.flatMap((one) => one.extract ?? []))].sort());
  const shown = createMemo(
    () =>
      answer
        .data()
        ?.filter(
          (one) =>
            (!asked.extract || one.extract === asked.extract) && (!asked.outcome || one.outcome === asked.outcome),
        ) ?? [],
  );
  const refused = () => answer.data()?.filter((one) => one.outcome === 'refused').length ?? 0;

  return (
    <Page
      title="Receipts"
      lead="One receipt for every file that an agency sent: what was taken in, and what was not and why."
    >
      <Given when={me() && may('POST /api/uploads') && known.data()}>
        {(extracts) => <SendFile extracts={extracts()} />}
      </Given>
      <Answered answer={answer} height={700}>
        {(all) => (
          <>
            <Show when={refused() > 0}>
              <p class="problem">
                <strong>{counted(refused(), 'file was', 'files were')} refused.</strong> Nothing in a refused file is in
                the figures. Open its receipt to see what to tell the agency.
              </p>
            </Show>
            <div class="controls controls-row" role="group" aria-label="What to show">
              <Choice
                label="Extract"
                value={asked.extract ?? ''}
                onChange={(extract) => ask({ extract: extract || undefined })}
              >
                {[{ id: '', title: 'All extracts' }, ...extracts().map((id) => ({ id, title: title(id) }))]}
              </Choice>
              <Choice
                label="Outcome"
                value={asked.outcome ?? ''}
                onChange={(outcome) => ask({ outcome: outcome || undefined })}
              >
                {[{ id: '', title: 'All outcomes' }, ...Object.entries(OUTCOME).map(([id, title]) => ({ id, title }))]}
              </Choice>
            </div>
            <p>
              {shown().length === all().length
                ? counted(all().length, 'receipt')
                : `${shown().length} of ${counted(all().length, 'receipt')}`}
              , newest first.
            </p>
            <Show when={shown().length > 0} fallback={<p>No receipt fits what you chose.</p>}>
              <ReceiptTable receipts={shown()} />
            </Show>
          </>
        )}
      </Answered>
    </Page>
  );
}
