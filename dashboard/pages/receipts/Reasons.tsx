import { Index, Show } from 'solid-js';
import type { Reason } from '../../api/shapes.ts';
import { TableRegion } from '../../components/TableRegion.tsx';
import { whole } from '../../words/numbers.ts';
import { ruleEffect, ruleName } from '../../words/rules.ts';

/** The rules that the file failed, each with what to do about it. */
export const Reasons = (props: { reasons: readonly Reason[]; warned: number }) => (
  <section>
    <h2 id="reasons">Rules it failed</h2>
    <Show when={props.reasons.length > 0} fallback={<p>None.</p>}>
      <TableRegion label="Rules it failed">
        <table>
          <caption class="visually-hidden">Rules it failed</caption>
          <thead>
            <tr>
              <th scope="col">Rule</th>
              <th scope="col">Effect</th>
              <th scope="col">Column</th>
              <th scope="col" class="number">
                Rows
              </th>
              <th scope="col">What to do</th>
              <th scope="col">Found in rows, for example</th>
            </tr>
          </thead>
          <tbody>
            <Index each={props.reasons}>
              {(reason) => (
                <tr data-outcome={reason().severity === 'refuse' ? 'refused' : undefined}>
                  <th scope="row">{ruleName(reason().rule)}</th>
                  <td>{ruleEffect(reason(), props.warned)}</td>
                  <td>{reason().column ?? 'Whole row or file'}</td>
                  <td class="number">{whole(reason().rows)}</td>
                  <td class="advice">{reason().advice}</td>
                  <td>{reason().example_rows.join(', ') || 'None named'}</td>
                </tr>
              )}
            </Index>
          </tbody>
        </table>
      </TableRegion>
    </Show>
  </section>
);
