import { createSignal } from 'solid-js';
import { post } from '../../api/client.ts';
import type { SubmissionDetail } from '../../api/shapes.ts';
import { announce } from '../../components/announce.ts';
import { Choice } from '../../components/Choice.tsx';
import { Given } from '../../components/Given.tsx';
import { WITHDRAWN } from '../../words/rules.ts';

/** Takes a file back that should not count. */
export function Withdraw(props: { receipt: SubmissionDetail; onDone(): void }) {
  const [reason, setReason] = createSignal('wrong file');
  const [problem, setProblem] = createSignal<string>();
  const withdraw = () =>
    post(`/submissions/${props.receipt.id}/withdraw`, { reason: reason() }).then(
      () => {
        announce('status', 'The file is withdrawn.');
        props.onDone();
      },
      (error: Error) => setProblem(error.message),
    );
  return (
    <details class="withdraw">
      <summary>Withdraw this file</summary>
      <p>
        It then no longer counts, from the next figures on. A file that it had replaced counts again: withdraw that one
        too if it is wrong. Nothing is removed, and the same file may be sent again.
      </p>
      <Choice label="Why" value={reason()} onChange={setReason}>
        {Object.entries(WITHDRAWN).map(([id, title]) => ({ id, title }))}
      </Choice>
      <p>
        <button type="button" onClick={() => void withdraw()}>
          Withdraw it
        </button>
      </p>
      <Given when={problem()}>
        {(why) => (
          <p class="problem" role="alert">
            {why()}
          </p>
        )}
      </Given>
    </details>
  );
}
