import { Index, Show } from 'solid-js';
import type { Quality } from '../../api/shapes.ts';
import { TableRegion } from '../../components/TableRegion.tsx';
import { whole } from '../../words/numbers.ts';
import { RULE_EFFECT, ruleName } from '../../words/rules.ts';

/** Which rules failed, how often, and what to tell the agency. */
export function Rules(props: { rules: Quality['rules']; extracts: Quality['extracts'] }) {
  const title = (id: string) => props.extracts.find((extract) => extract.id === id)?.title ?? id;
  const rules = () => props.rules.toSorted((a, b) => b.rows - a.rows);
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">Rules that rows failed</h2>
      <Show when={rules().length > 0} fallback={<p>No row failed a rule.</p>}>
        <TableRegion label="Rules that rows failed">
          <table>
            <caption>Most frequent first</caption>
            <thead>
              <tr>
                <th scope="col">Rule</th>
                <th scope="col">Column</th>
                <th scope="col">Extract</th>
                <th scope="col">Effect</th>
                <th scope="col" class="number">
                  Rows
                </th>
                <th scope="col" class="number">
                  Files
                </th>
                <th scope="col">What to do</th>
              </tr>
            </thead>
            <tbody>
              <Index each={rules()}>
                {(rule) => (
                  <tr>
                    <th scope="row">{ruleName(rule().rule)}</th>
                    <td>{rule().column ?? 'Whole row'}</td>
                    <td>{title(rule().extract)}</td>
                    <td>{RULE_EFFECT[rule().severity]}</td>
                    <td class="number">{whole(rule().rows)}</td>
                    <td class="number">{whole(rule().submissions)}</td>
                    <td class="advice">{rule().advice}</td>
                  </tr>
                )}
              </Index>
            </tbody>
          </table>
        </TableRegion>
      </Show>
    </section>
  );
}
