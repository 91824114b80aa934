import { For, Show } from 'solid-js';
import { createFigures } from '../../api/figures.ts';
import type { Overlaps as Found } from '../../api/shapes.ts';
import { Answered } from '../../components/Answered.tsx';
import { Choice } from '../../components/Choice.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Downloads } from '../../components/Downloads.tsx';
import { longDate } from '../../words/dates.ts';
import { whole } from '../../words/numbers.ts';
import { combinationInWords, overlapsInWords, pairsOf } from '../../words/overlaps.ts';

type Combination = Found['combinations'][number];

const PAIRS: readonly Column<ReturnType<typeof pairsOf>[number]>[] = [
  { title: 'Lists', heads: true, cell: ({ title }) => title },
  { title: 'Children', number: true, cell: ({ children }) => whole(children) },
];

/** Which lists children are on at once: three sentences, and a table of combinations. */
export function Overlaps(props: { on: string | undefined; onChange(on: string | undefined): void }) {
  const latest = createFigures<Found>(() => '/overlaps');
  const days = () => latest.data()?.days ?? [];
  // A day without a tracker is left out, as all is that an address asks for and that is not there.
  const path = () => (props.on && days().includes(props.on) ? `/overlaps?on=${props.on}` : '/overlaps');
  const answer = createFigures<Found>(path);
  return (
    <section class="breakdown" aria-labelledby="overlaps">
      <h2 id="overlaps">Who is on several lists</h2>
      <div class="controls-row">
        <Choice
          label="Lists of"
          value={answer.data()?.on ?? ''}
          onChange={(on) => props.onChange(on === days()[0] ? undefined : on)}
        >
          {days().map((day) => ({ id: day, title: longDate(day) }))}
        </Choice>
      </div>
      <Show when={props.on && latest.data() && !days().includes(props.on)}>
        <p class="note">There are no lists of {props.on}, which the address asks for: these are the latest.</p>
      </Show>
      <Answered answer={answer} height={420}>
        {(data) => (
          <>
            <For each={overlapsInWords(data())}>{(sentence) => <p>{sentence}</p>}</For>
            <DataTable
              caption="Children on two lists at once, whatever else they are on"
              columns={PAIRS}
              rows={pairsOf(data())}
            />
            <Combinations found={data()} />
            <Downloads path={path()} of="Who is on several lists" />
            <p class="note">
              Each child is in one row, by the lists of {longDate(data().on)}; missing episodes and notices count over
              the 12 months up to it. All children: the filter above does not apply here.
              <Show when={data().left_out.length > 0}>
                {' '}
                Left out, since files do not cover it:{' '}
                {data()
                  .left_out.map(({ title }) => title)
                  .join(', ')}
                .
              </Show>
            </p>
          </>
        )}
      </Answered>
    </section>
  );
}

const Combinations = (props: { found: Found }) => {
  const top = () => Math.max(...props.found.combinations.map(({ children }) => children), 1);
  const columns = (): Column<Combination>[] => [
    {
      title: <span class="visually-hidden">Lists</span>,
      heads: true,
      cell: (row) => <span class="visually-hidden">Only {combinationInWords(row.sets, props.found.sets)}</span>,
    },
    ...props.found.sets.map(({ id, title, children }) => ({
      title: (
        <>
          {title} <span class="part">({whole(children)})</span>
        </>
      ),
      cell: (row: Combination) => <InSet in={row.sets.includes(id)} />,
    })),
    { title: 'Children', number: true, cell: ({ children }) => whole(children) },
  ];
  return (
    <DataTable
      caption="Children by the lists they are on"
      class="sets"
      columns={columns()}
      rows={props.found.combinations}
      bar={({ children }) => <rect class="bar" height="14" y="1" width={`${(100 * children) / top()}%`} />}
    />
  );
};

const InSet = (props: { in: boolean }) => (
  <>
    <svg aria-hidden="true" viewBox="0 0 12 12" width="14" height="14">
      <circle class={props.in ? 'in-set' : 'not-in-set'} cx="6" cy="6" r="5" />
    </svg>
    <span class="visually-hidden">{props.in ? 'Yes' : 'No'}</span>
  </>
);
