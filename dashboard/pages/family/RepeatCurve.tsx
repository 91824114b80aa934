import { Index, Show } from 'solid-js';
import { createAnswer } from '../../api/answer.ts';
import type { Curve } from '../../api/shapes.ts';
import { Answered } from '../../components/Answered.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { longDate } from '../../words/dates.ts';
import { whole } from '../../words/numbers.ts';
import { curveInWords } from '../../words/curve.ts';
import { CurvePicture } from './CurvePicture.tsx';

/** How soon a concern follows another: a curve for each year, and the table of it. */
export function RepeatCurve() {
  const answer = createAnswer<Curve>(() => '/curves/concern');
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

const CurveTable = (props: { curve: Curve }) => (
  <TableRegion label="Share with another concern by days since">
    <table>
      <caption>Share with {props.curve.again} by days since, and number at risk</caption>
      <thead>
        <tr>
          <th scope="col">Began in</th>
          <th scope="col" class="number">
            Concerns
          </th>
          <Index each={props.curve.cohorts[0]!.at}>
            {(at) => (
              <th scope="col" class="number">
                {at().day} days
              </th>
            )}
          </Index>
        </tr>
      </thead>
      <tbody>
        <Index each={props.curve.cohorts}>
          {(cohort) => (
            <tr>
              <th scope="row">
                {cohort().cohort}
                {cohort().complete ? '' : ' (still followed)'}
              </th>
              <td class="number">{whole(cohort().starts)}</td>
              <Index each={cohort().at}>
                {(at) => (
                  <td class="number">
                    {at().value === null ? 'Too few' : `${at().value!.toFixed(1)}%`}{' '}
                    <span class="part">{whole(at().at_risk)} at risk</span>
                  </td>
                )}
              </Index>
            </tr>
          )}
        </Index>
      </tbody>
    </table>
  </TableRegion>
);
