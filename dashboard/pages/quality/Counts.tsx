// Data quality: freshness, counts, rules and linkage, a table each.
import { Index } from 'solid-js';
import type { Quality } from '../../api/shapes.ts';
import { RoleLink } from '../../components/RoleLink.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { poorestFirst } from '../../words/faults.ts';
import { whole } from '../../words/numbers.ts';

/** What became of every row that was sent. */
export const Counts = (props: { extracts: Quality['extracts'] }) => (
  <section>
    <h2 id="counts">What became of the rows</h2>
    <TableRegion label="What became of the rows">
      <table>
        <caption>
          Rows of every file received, the most faulty first. A repeated row is counted once; a warned row counts, and
          says what to check.
        </caption>
        <thead>
          <tr>
            <th scope="col">Extract</th>
            {['Files', 'Refused files', 'Rows', 'Accepted', 'Rejected', 'Repeated', 'Warned'].map((title) => (
              <th scope="col" class="number">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Index each={poorestFirst(props.extracts)}>
            {(extract) => (
              <tr>
                <th scope="row">
                  <RoleLink to={`/receipts?extract=${extract().id}`} hint=": receipts">
                    {extract().title}
                  </RoleLink>
                </th>
                <td class="number">{whole(extract().submissions)}</td>
                <td class="number" data-stands-out={extract().refused_files > 0}>
                  {whole(extract().refused_files)}
                </td>
                <td class="number">{whole(extract().rows)}</td>
                <td class="number">{whole(extract().accepted)}</td>
                <td class="number">{whole(extract().rejected)}</td>
                <td class="number">{whole(extract().repeated)}</td>
                <td class="number">{whole(extract().warned)}</td>
              </tr>
            )}
          </Index>
        </tbody>
      </table>
    </TableRegion>
  </section>
);
