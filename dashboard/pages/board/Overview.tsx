// The board pack: a cover, an overview, a page for each measure, how fresh the data are, and what the words mean.
import { For } from 'solid-js';
import { TableRegion } from '../../components/TableRegion.tsx';
import type { PackMeasure } from './pack.ts';
import { changeCell, partCell, valueCell } from './words.ts';

/** Every measure of the pack in one table. */
export const PackOverview = (props: { measures: readonly PackMeasure[]; period: string }) => (
  <section class="sheet" aria-labelledby="pack-overview">
    <h2 id="pack-overview">Overview</h2>
    <TableRegion label="Overview of the pack">
      <table>
        <caption>{props.period}, all children</caption>
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col" class="number">
              This quarter
            </th>
            <th scope="col">Of</th>
            <th scope="col">On the same quarter last year</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.measures}>
            {(measure) => (
              <tr>
                <th scope="row">{measure.table.title}</th>
                <td class="number">{valueCell(measure.now, measure.table)}</td>
                <td>{partCell(measure.now, measure.table)}</td>
                <td>{changeCell(measure)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </TableRegion>
  </section>
);
