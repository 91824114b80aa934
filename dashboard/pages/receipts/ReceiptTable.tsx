import { Index } from 'solid-js';
import type { Submission } from '../../api/shapes.ts';
import { TableRegion } from '../../components/TableRegion.tsx';
import { dayAndTime, submissionPeriod } from '../../words/dates.ts';
import { whole } from '../../words/numbers.ts';
import { useOf } from '../../words/rules.ts';
import { Outcome } from './Outcome.tsx';

export const ReceiptTable = (props: { receipts: readonly Submission[] }) => (
  <TableRegion label="Receipts">
    <table class="receipts">
      <caption class="visually-hidden">Receipts, newest first</caption>
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">Outcome</th>
          <th scope="col">Period</th>
          <th scope="col" class="number">
            Rows
          </th>
          <th scope="col" class="number">
            Rejected
          </th>
          <th scope="col" class="number">
            Warned
          </th>
          <th scope="col">Used</th>
          <th scope="col">Received</th>
        </tr>
      </thead>
      <tbody>
        <Index each={props.receipts}>
          {(receipt) => (
            <tr data-outcome={receipt().outcome}>
              <th scope="row">
                <a href={`/receipts/${receipt().id}`}>{receipt().file}</a>
              </th>
              <td>
                <Outcome outcome={receipt().outcome} />
              </td>
              <td>{submissionPeriod(receipt().period)}</td>
              <td class="number">{whole(receipt().rows)}</td>
              <td class="number">{whole(receipt().rejected)}</td>
              <td class="number">{whole(receipt().warned)}</td>
              <td>{useOf(receipt())}</td>
              <td>{dayAndTime(receipt().received_at)}</td>
            </tr>
          )}
        </Index>
      </tbody>
    </table>
  </TableRegion>
);
