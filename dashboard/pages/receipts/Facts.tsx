// Receipts: the list, and the parts of one receipt.
import { For } from 'solid-js';
import type { SubmissionDetail } from '../../api/shapes.ts';
import { submissionPeriod } from '../../words/dates.ts';
import { whole } from '../../words/numbers.ts';

/** The figures of a receipt. */
export function Facts(props: { receipt: SubmissionDetail }) {
  const facts = () => [
    ['Extract', props.receipt.extract ?? 'Not recognised'],
    ['Period', submissionPeriod(props.receipt.period)],
    ['Version', props.receipt.version === null ? 'None' : whole(props.receipt.version)],
    ['Rows', whole(props.receipt.rows)],
    ['Accepted', whole(props.receipt.accepted)],
    ['Rejected', whole(props.receipt.rejected)],
    ['Repeated', whole(props.receipt.repeated)],
    ['Warned', whole(props.receipt.warned)],
  ];
  return (
    <dl class="facts">
      <For each={facts()}>
        {([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}
