import { createMemo, Index, Show } from 'solid-js';
import type { KpiSummary, Trend } from '../api/shapes.ts';
import { periodName } from '../words/dates.ts';
import { capital } from '../words/letters.ts';
import { valueText, whole } from '../words/numbers.ts';
import { STATUS, statusKey } from '../words/sentences.ts';
import { judgementInWords, rangeInWords } from '../words/signal.ts';
import { TableRegion } from './TableRegion.tsx';

/** Every row that a figure draws, with what was judged of it, newest first: what is asked about is the last period. */
export function SeriesTable(props: { kpi: KpiSummary; trend: Trend }) {
  const split = () => props.kpi.splits.find((one) => one.id === props.trend.by[0]);
  // The sort is stable: within a period the values of a split keep their order.
  const rows = createMemo(() =>
    props.trend.trends
      .flatMap((trend) => trend.points.map((point) => ({ point, trend })))
      .toSorted((a, b) => b.point.to.localeCompare(a.point.to)),
  );
  const points = () => rows().map(({ point }) => point);
  const rate = () => points().some((row) => row.denominator !== null);
  return (
    <>
      <p class="key">{statusKey(points())}</p>
      <TableRegion label={`Table: ${props.kpi.title}`}>
        <table>
          <caption>
            {props.kpi.title}
            {split() ? ` by ${split()!.title.toLowerCase()}` : ''}
          </caption>
          <thead>
            <tr>
              <th scope="col">Period</th>
              <Show when={split()}>{(one) => <th scope="col">{one().title}</th>}</Show>
              <Show when={rate()}>
                <th scope="col" class="number">
                  Numerator
                </th>
                <th scope="col" class="number">
                  Denominator
                </th>
              </Show>
              <th scope="col" class="number">
                Value ({props.kpi.unit})
              </th>
              <th scope="col">Status</th>
              <th scope="col">Usual range</th>
              <th scope="col">Is it unusual?</th>
            </tr>
          </thead>
          <tbody>
            <Index each={rows()}>
              {(one) => (
                <tr>
                  <th scope="row">{periodName(one().point)}</th>
                  <Show when={split()}>{(by) => <td>{capital(one().point.split[by().id] ?? '')}</td>}</Show>
                  <Show when={rate()}>
                    <td class="number">{whole(one().point.numerator)}</td>
                    <td class="number">{one().point.denominator === null ? '' : whole(one().point.denominator!)}</td>
                  </Show>
                  <td class="number">{valueText(one().point.value, props.kpi)}</td>
                  <td>{STATUS[one().point.status].word}</td>
                  <td>{rangeInWords(one().point, one().trend, props.kpi)}</td>
                  <td>{judgementInWords(one().point, one().trend)}</td>
                </tr>
              )}
            </Index>
          </tbody>
        </table>
      </TableRegion>
    </>
  );
}
