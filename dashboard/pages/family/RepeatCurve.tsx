import { Show } from 'solid-js';
import { createFigures } from '../../api/figures.ts';
import type { Curve } from '../../api/shapes.ts';
import { Answered } from '../../components/Answered.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { longDate } from '../../words/dates.ts';
import { whole } from '../../words/numbers.ts';
import { curveInWords } from '../../words/curve.ts';
import { CurvePicture } from './CurvePicture.tsx';

type Cohort = Curve['cohorts'][number];

/** How soon a concern follows another: a curve for each year, and the table of it. */
export function RepeatCurve() {
  const answer = createFigures<Curve>(() => '/curves/concern');
  return (
    <section class="breakdown" aria-labelledby="curve">
      <h2 id="curve">How soon there is another concern</h2>
      <Answered answer={answer} height={640}>
        {(data) => (
          <Show when={data().cohorts.length > 0} fallback={<p>No figures yet.</p>}>
            <p>{curveInWords(data())}</p>
            <CurvePicture curve={data()} />
            <CurveTable curve={data()} />
            <p class="note">
              Share of concerns after which there was {data().again} about the same child by that day (one less Kaplan
              and Meier's estimate), by the financial year in which the first began. Each concern counts until files end
              on {longDate(data().followed_to!)}. Not drawn where fewer than 10 are still followed. Left out:{' '}
              {data().left_out.join(' and ')}, who turn 18 meanwhile. All children: the filter above does not apply
              here.
            </p>
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
    { title: 'Concerns', number: true, cell: ({ starts }) => whole(starts) },
    ...props.curve.cohorts[0]!.at.map(({ day }, i) => ({
      title: `${day} days`,
      number: true,
      cell: ({ at }: Cohort) => (
        <>
          {at[i]!.value === null ? 'Too few' : `${at[i]!.value.toFixed(1)}%`}{' '}
          <span class="part">{whole(at[i]!.at_risk)} at risk</span>
        </>
      ),
    })),
  ];
  return (
    <DataTable
      caption={`Share with ${props.curve.again} by days since, and number at risk`}
      columns={columns()}
      rows={props.curve.cohorts}
    />
  );
};
