import { For, Index } from 'solid-js';
import { createAnswer } from '../../api/answer.ts';
import type { Flow } from '../../api/shapes.ts';
import { flowPath, type View } from '../../api/view.ts';
import { Answered } from '../../components/Answered.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { longDate } from '../../words/dates.ts';
import { whole } from '../../words/numbers.ts';
import { shareOf } from '../../words/sentences.ts';

/** What became of police notices: the same notices at every step, and from risk to outcome. */
export function TriageFlow(props: { where: View['where'] }) {
  const answer = createAnswer<Flow>(() => flowPath(props.where));
  return (
    <section class="breakdown" aria-labelledby="flow">
      <h2 id="flow">From notice to help</h2>
      <Answered answer={answer} height={520}>
        {(data) => (
          <>
            <p>
              Children on notices written from {longDate(data().from)} to {longDate(data().to)}, followed through each
              step. A contact or a referral counts where it names the same child within 30 days of the notice, whatever
              led to it.
            </p>
            <Steps steps={data().steps} />
            <Outcomes flow={data()} />
          </>
        )}
      </Answered>
    </section>
  );
}

const Steps = (props: { steps: Flow['steps'] }) => {
  const width = (n: number) => `${(100 * n) / Math.max(props.steps[0]?.count ?? 0, 1)}%`;
  return (
    <TableRegion label="Steps that notices took">
      <table class="step-bars">
        <caption>Children on notices by the steps they reached</caption>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col" class="number">
              Reached
            </th>
            <th scope="col" class="number">
              Of the step before
            </th>
            <th scope="col" class="number">
              May still reach it
            </th>
            <td class="bar-cell" aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          <Index each={props.steps}>
            {(step, i) => (
              <tr>
                <th scope="row">{step().title}</th>
                <td class="number">{whole(step().count)}</td>
                <td class="number">{i === 0 ? '' : shareOf(step().count, props.steps[i - 1]!.count)}</td>
                <td class="number">{whole(step().open)}</td>
                <td class="bar-cell" aria-hidden="true">
                  <svg width="100%" height="16">
                    <rect class="bar" height="16" width={width(step().count)} />
                    <rect class="step-open" height="14" y="1" x={width(step().count)} width={width(step().open)} />
                  </svg>
                </td>
              </tr>
            )}
          </Index>
        </tbody>
      </table>
    </TableRegion>
  );
};

const Outcomes = (props: { flow: Flow }) => {
  const different = (end: 'from' | 'to') => [...new Set(props.flow.flows.map((one) => one[end]))];
  const count = (from: string, to: string) =>
    props.flow.flows.find((one) => one.from === from && one.to === to)?.count ?? 0;
  const total = (from: string) =>
    props.flow.flows.filter((one) => one.from === from).reduce((sum, one) => sum + one.count, 0);
  return (
    <TableRegion label="Outcome of triage by risk">
      <table>
        <caption>Outcome of triage by the risk on the notice</caption>
        <thead>
          <tr>
            <th scope="col">Risk</th>
            <For each={different('to')}>
              {(to) => (
                <th scope="col" class="number">
                  {to}
                </th>
              )}
            </For>
            <th scope="col" class="number">
              All
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={different('from')}>
            {(from) => (
              <tr>
                <th scope="row">{from}</th>
                <For each={different('to')}>
                  {(to) => (
                    <td class="number">
                      {whole(count(from, to))} <span class="part">{shareOf(count(from, to), total(from))}</span>
                    </td>
                  )}
                </For>
                <td class="number">{whole(total(from))}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </TableRegion>
  );
};
