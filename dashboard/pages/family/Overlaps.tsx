import { For, Index, Show } from 'solid-js';
import { createAnswer } from '../../api/answer.ts';
import type { Overlaps as Found } from '../../api/shapes.ts';
import { Answered } from '../../components/Answered.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { longDate } from '../../words/dates.ts';
import { whole } from '../../words/numbers.ts';
import { overlapsInWords } from '../../words/overlaps.ts';

/** Which lists children are on at once: three sentences, and a table of combinations. */
export function Overlaps() {
  const answer = createAnswer<Found>(() => '/overlaps');
  return (
    <section class="breakdown" aria-labelledby="overlaps">
      <h2 id="overlaps">Who is on several lists</h2>
      <Answered answer={answer} height={420}>
        {(data) => (
          <>
            <For each={overlapsInWords(data())}>{(sentence) => <p>{sentence}</p>}</For>
            <Combinations found={data()} />
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
  return (
    <TableRegion label="Combinations of lists">
      <table class="sets">
        <caption>Children by the lists they are on</caption>
        <thead>
          <tr>
            <For each={props.found.sets}>
              {({ title, children }) => (
                <th scope="col">
                  {title} <span class="part">({whole(children)})</span>
                </th>
              )}
            </For>
            <th scope="col" class="number">
              Children
            </th>
            <td class="bar-cell" aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          <Index each={props.found.combinations}>
            {(row) => (
              <tr>
                <For each={props.found.sets}>
                  {({ id }) => (
                    <td>
                      <InSet in={row().sets.includes(id)} />
                    </td>
                  )}
                </For>
                <td class="number">{whole(row().children)}</td>
                <td class="bar-cell" aria-hidden="true">
                  <svg width="100%" height="14">
                    <rect class="bar" height="14" width={`${(100 * row().children) / top()}%`} />
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

const InSet = (props: { in: boolean }) => (
  <>
    <svg aria-hidden="true" viewBox="0 0 12 12" width="14" height="14">
      <circle class={props.in ? 'in-set' : 'not-in-set'} cx="6" cy="6" r="5" />
    </svg>
    <span class="visually-hidden">{props.in ? 'Yes' : 'No'}</span>
  </>
);
