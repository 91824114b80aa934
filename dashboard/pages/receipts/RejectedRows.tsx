import { Index } from 'solid-js';
import type { SubmissionDetail } from '../../api/shapes.ts';
import { TableRegion } from '../../components/TableRegion.tsx';
import { whole } from '../../words/numbers.ts';
import { ruleName } from '../../words/rules.ts';

/** Where each rejected row stands in the file. */
export const RejectedRows = (props: { rows: SubmissionDetail['rejects'] }) => (
  <TableRegion label="Rejected rows">
    <table>
      <caption>Row 1 is the header. The values themselves stay with the agency.</caption>
      <thead>
        <tr>
          <th scope="col" class="number">
            Row
          </th>
          <th scope="col">Column</th>
          <th scope="col">Rule</th>
          <th scope="col">What to do</th>
        </tr>
      </thead>
      <tbody>
        <Index each={props.rows}>
          {(reject) => (
            <tr>
              <th scope="row" class="number">
                {whole(reject().row)}
              </th>
              <td>{reject().column ?? 'Whole row'}</td>
              <td>{ruleName(reject().rule)}</td>
              <td class="advice">{reject().advice}</td>
            </tr>
          )}
        </Index>
      </tbody>
    </table>
  </TableRegion>
);
