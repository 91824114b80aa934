import { For, Index, Show } from 'solid-js';
import type { Quality } from '../../api/shapes.ts';
import { TableRegion } from '../../components/TableRegion.tsx';
import { poorestFirst } from '../../words/faults.ts';
import { whole } from '../../words/numbers.ts';
import { ruleEffect, ruleName } from '../../words/rules.ts';

type Rule = Quality['rules'][number];

/** Which rules failed, how often, and what to tell the agency. */
export function Rules(props: { rules: Quality['rules']; extracts: Quality['extracts'] }) {
  const of = (extract: string) =>
    props.rules.filter((rule) => rule.extract === extract).toSorted((a, b) => b.rows - a.rows);
  const named = () => poorestFirst(props.extracts).filter(({ id }) => of(id).length > 0);
  return (
    <section>
      <h2 id="rules">Rules that rows failed</h2>
      <Show when={props.rules.length > 0} fallback={<p>No row failed a rule.</p>}>
        <TableRegion label="Rules that rows failed">
          <table class="rules">
            <caption>By extract, the most faulty first; of each the most frequent rule first</caption>
            <thead>
              <tr>
                <th scope="col">Rule</th>
                <th scope="col">Column</th>
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
            <For each={named()}>
              {(extract) => (
                <tbody>
                  <tr class="group">
                    <th scope="rowgroup" colspan="6">
                      {extract.title}
                    </th>
                  </tr>
                  <Index each={of(extract.id)}>{(rule) => <RuleRow rule={rule()} warned={extract.warned} />}</Index>
                </tbody>
              )}
            </For>
          </table>
        </TableRegion>
      </Show>
    </section>
  );
}

const RuleRow = (props: { rule: Rule; warned: number }) => (
  <tr>
    <th scope="row">{ruleName(props.rule.rule)}</th>
    <td>{props.rule.column ?? 'Whole row'}</td>
    <td>{ruleEffect(props.rule, props.warned)}</td>
    <td class="number">{whole(props.rule.rows)}</td>
    <td class="number">{whole(props.rule.submissions)}</td>
    <td class="advice">{props.rule.advice}</td>
  </tr>
);
