import { Show } from 'solid-js';
import { createFigures } from '../../api/figures.ts';
import type { Flow } from '../../api/shapes.ts';
import { flowPath, type Shown } from '../../api/paths.ts';
import { Answered } from '../../components/Answered.tsx';
import { Downloads } from '../../components/Downloads.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { SmallKey, SmallMark } from '../../components/SmallMark.tsx';
import { longDate } from '../../words/dates.ts';
import { countOf, isDecided, outcomesInWords, waitingInWords } from '../../words/flow.ts';
import { whole } from '../../words/numbers.ts';
import { shareOf } from '../../words/sentences.ts';

/** What became of police notices: the same notices at every step, and from risk to outcome. */
export function TriageFlow(props: { view: Shown }) {
  const path = () => flowPath(props.view);
  const answer = createFigures<Flow>(path);
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
            <p>{waitingInWords(data().waiting)}</p>
            <p>{outcomesInWords(data())}</p>
            <Outcomes flow={data()} />
            <Downloads path={path()} of="From notice to help" />
          </>
        )}
      </Answered>
    </section>
  );
}

const Steps = (props: { steps: Flow['steps'] }) => {
  const width = (n: number) => `${(100 * n) / Math.max(props.steps[0]?.count ?? 0, 1)}%`;
  const columns: Column<Flow['steps'][number]>[] = [
    { title: 'Step', heads: true, cell: ({ title }) => title },
    { title: 'Reached', number: true, cell: ({ count }) => whole(count) },
    {
      title: 'Of the step before',
      number: true,
      cell: ({ count }, i) => (i === 0 ? '' : shareOf(count, props.steps[i - 1]!.count)),
    },
    { title: 'Not there yet', number: true, cell: ({ open }) => whole(open) },
  ];
  return (
    <DataTable
      caption="Children on notices by the steps they reached"
      class="step-bars"
      columns={columns}
      rows={props.steps}
      bar={({ count, open }) => (
        <>
          <rect class="bar" height="16" width={width(count)} />
          <rect class="step-open" height="14" y="1" x={width(count)} width={width(open)} />
        </>
      )}
    />
  );
};

const Outcomes = (props: { flow: Flow }) => {
  const different = (end: 'from' | 'to') => [...new Set(props.flow.flows.map((one) => one[end]))];
  const columns = (): Column<string>[] => [
    { title: 'Risk', heads: true, cell: (from) => from },
    ...different('to').map((to) => ({
      title: to,
      number: true,
      cell: (from: string) => (
        <>
          {whole(countOf(props.flow, from, (one) => one === to))}
          <SmallMark of={props.flow.flows.find((one) => one.from === from && one.to === to) ?? {}} />{' '}
          <Show when={isDecided(to)}>
            <span class="part">
              {shareOf(
                countOf(props.flow, from, (one) => one === to),
                countOf(props.flow, from, isDecided),
              )}
            </span>
          </Show>
        </>
      ),
    })),
    { title: 'All', number: true, cell: (from) => whole(countOf(props.flow, from, () => true)) },
  ];
  return (
    <>
      <DataTable
        caption="Outcome of triage by the risk on the notice, with shares of those triaged"
        columns={columns()}
        rows={different('from')}
      />
      <SmallKey of={props.flow.flows} />
    </>
  );
};
