import { Show } from 'solid-js';
import { createFigures } from '../../api/figures.ts';
import type { Curve } from '../../api/shapes.ts';
import { Answered } from '../../components/Answered.tsx';
import { Choice } from '../../components/Choice.tsx';
import { Downloads } from '../../components/Downloads.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { longDate } from '../../words/dates.ts';
import { whole } from '../../words/numbers.ts';
import { curveInWords } from '../../words/curve.ts';
import { CurvePicture } from './CurvePicture.tsx';

type Cohort = Curve['cohorts'][number];

/** How soon one thing follows another of its kind: a curve for each year, and the table of it. */
export function RepeatCurve(props: { id: string; onChange(id: string): void }) {
  const path = () => `/curves/${props.id}`;
  const answer = createFigures<Curve>(path);
  return (
    <section class="breakdown" aria-labelledby="curve">
      <h2 id="curve">How soon it happens again</h2>
      <div class="controls-row">
        <Choice label="What happens again" value={props.id} onChange={props.onChange}>
          {answer.data()?.offered ?? []}
        </Choice>
      </div>
      <Answered answer={answer} height={640}>
        {(data) => (
          <Show when={data().cohorts.length > 0} fallback={<p>No figures yet.</p>}>
            <p id="curve-finding">{curveInWords(data())}</p>
            <p class="visually-hidden" id="curve-reading">
              Use the arrow keys to read each month.
            </p>
            <CurvePicture curve={data()} labelledBy="curve" describedBy="curve-finding curve-reading" />
            <div class="as-table">
              <CurveTable curve={data()} />
            </div>
            <p class="note">
              Share after which there was {data().again} for the same child by that day, by the financial year in which
              the first of the two began. Each counts, not only a child's first, until files end on{' '}
              {longDate(data().followed_to!)}. Left out: {data().left_out.join(' and ')}, who turn 18 meanwhile. All
              children: the filter above does not apply here.
            </p>
            <details class="definition">
              <summary>How the curve is worked out</summary>
              <p>
                One less Kaplan and Meier's estimate: whoever can be followed for a part of the year alone counts for
                that part. Nothing is drawn where fewer than 10 are still followed. It looks forward from each; the KPI
                of repeat concerns looks back from each, and has another share for that reason.
              </p>
            </details>
            <Downloads path={path()} of="How soon it happens again" />
          </Show>
        )}
      </Answered>
    </section>
  );
}

const CurveTable = (props: { curve: Curve }) => {
  const columns = (): Column<Cohort>[] => [
    {
      title: 'Began in',
      heads: true,
      cell: ({ cohort, complete }) => `${cohort}${complete ? '' : ' (still followed)'}`,
    },
    { title: 'Began', number: true, cell: ({ starts }) => whole(starts) },
    ...props.curve.cohorts[0]!.at.map(({ day }, i) => ({
      title: `${day} days`,
      number: true,
      cell: ({ at }: Cohort) => (
        <>
          {at[i]!.value === null ? 'Too few' : `${at[i]!.value.toFixed(1)}%`}{' '}
          <span class="part">{whole(at[i]!.at_risk)} still followed</span>
        </>
      ),
    })),
  ];
  return (
    <DataTable
      caption={`Share with ${props.curve.again} by days since, and how many are still followed`}
      columns={columns()}
      rows={props.curve.cohorts}
    />
  );
};
