import { useParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { createAnswer } from '../api/answer.ts';
import type { SubmissionDetail } from '../api/shapes.ts';
import { may } from '../api/session.ts';
import { Answered } from '../components/Answered.tsx';
import { Downloads } from '../components/Downloads.tsx';
import { Given } from '../components/Given.tsx';
import { Page } from '../components/Page.tsx';
import { dayAndTime, submissionPeriod } from '../words/dates.ts';
import { counted } from '../words/numbers.ts';
import { useOf, WITHDRAWN } from '../words/rules.ts';
import { Facts } from './receipts/Facts.tsx';
import { Outcome } from './receipts/Outcome.tsx';
import { Reasons } from './receipts/Reasons.tsx';
import { RejectedRows } from './receipts/RejectedRows.tsx';
import { Withdraw } from './receipts/Withdraw.tsx';

const mayGo = ({ outcome, withdrawn }: SubmissionDetail) => outcome !== 'refused' && !withdrawn;

/** One receipt: what to tell the agency about its file. No cell's value is ever in it. */
export default function Receipt() {
  const params = useParams<{ id: string }>();
  const answer = createAnswer<SubmissionDetail>(() => `/submissions/${params.id}`, { every: true });
  return (
    <Page
      title={answer.data() ? `Receipt: ${answer.data()!.file}` : 'Receipt'}
      period={answer.data() && submissionPeriod(answer.data()!.period)}
    >
      <p>
        <a href="/receipts">All receipts</a>
      </p>
      <Answered answer={answer} height={600}>
        {(receipt) => (
          <>
            <p class="lead">
              <Outcome outcome={receipt().outcome} />. {useOf(receipt())}. Received {dayAndTime(receipt().received_at)}.
            </p>
            <Given when={receipt().withdrawn}>
              {(withdrawn) => (
                <p class="problem">
                  Withdrawn by its agency on {dayAndTime(withdrawn().at)}. {WITHDRAWN[withdrawn().reason]}. To have it
                  counted after all, send it again.
                </p>
              )}
            </Given>
            <Given when={receipt().erased}>
              {(erased) => (
                <p>
                  Rows of people who were erased: {erased() === 'a few' ? 'a few (1 to 5)' : erased()}. They were
                  accepted, and are in no figure any more.
                </p>
              )}
            </Given>
            <Facts receipt={receipt()} />
            <Reasons reasons={receipt().reasons} warned={receipt().warned} />
            <Show when={receipt().rejects.length > 0}>
              <h2>{counted(receipt().rejects.length, 'rejected row')}</h2>
              <Downloads path={`/submissions/${receipt().id}`} of="rejected rows" />
              <RejectedRows rows={receipt().rejects} />
            </Show>
            <Show when={may('POST /api/submissions/:id/withdraw') && mayGo(receipt())}>
              <Withdraw receipt={receipt()} onDone={() => answer.retry()} />
            </Show>
          </>
        )}
      </Answered>
    </Page>
  );
}
