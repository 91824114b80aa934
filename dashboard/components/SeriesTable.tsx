import { Index, Show } from 'solid-js';
import type { KpiSummary, Series } from '../api/shapes.ts';
import { periodName } from '../words/dates.ts';
import { capital } from '../words/letters.ts';
import { valueText, whole } from '../words/numbers.ts';
import { STATUS, statusKey } from '../words/sentences.ts';
import { TableRegion } from './TableRegion.tsx';

/** Every row that a figure draws, newest first: what is asked about is the last period. */
export function SeriesTable(props: { kpi: KpiSummary; series: Series }) {
  const split = () => props.kpi.splits.find((one) => one.id === props.series.by[0]);
  // The sort is stable: within a period the values of a split keep their order.
  const rows = () => props.series.rows.toSorted((a, b) => b.to.localeCompare(a.to));
  const rate = () => props.series.rows.some((row) => row.denominator !== null);
  return (
    <>
      <p class="key">{statusKey(props.series.rows)}</p>
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
            </tr>
          </thead>
          <tbody>
            <Index each={rows()}>
              {(row) => (
                <tr>
                  <th scope="row">{periodName(row())}</th>
                  <Show when={split()}>{(one) => <td>{capital(row().split[one().id] ?? '')}</td>}</Show>
                  <Show when={rate()}>
                    <td class="number">{whole(row().numerator)}</td>
                    <td class="number">{row().denominator === null ? '' : whole(row().denominator!)}</td>
                  </Show>
                  <td class="number">{valueText(row().value, props.kpi)}</td>
                  <td>{STATUS[row().status].word}</td>
                </tr>
              )}
            </Index>
          </tbody>
        </table>
      </TableRegion>
    </>
  );
}
