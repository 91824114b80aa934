import { Index, Show } from 'solid-js';
import type { KpiSummary, Series } from '../api/shapes.ts';
import { periodName } from '../words/dates.ts';
import { valueText, whole } from '../words/numbers.ts';
import { STATUS } from '../words/sentences.ts';
import { TableRegion } from './TableRegion.tsx';

/** Every row that a figure draws, in the same order. */
export function SeriesTable(props: { kpi: KpiSummary; series: Series }) {
  const split = () => props.kpi.splits.find((one) => one.id === props.series.by[0]);
  const rate = () => props.series.rows.some((row) => row.denominator !== null);
  return (
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
          <Index each={props.series.rows}>
            {(row) => (
              <tr>
                <th scope="row">{periodName(row())}</th>
                <Show when={split()}>{(one) => <td>{row().split[one().id]}</td>}</Show>
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
      <p class="key">
        <Index each={[...new Set(props.series.rows.map((row) => row.status))]}>
          {(status) => (
            <>
              {STATUS[status()].word}: {STATUS[status()].means}{' '}
            </>
          )}
        </Index>
      </p>
    </TableRegion>
  );
}
