import { For, Show } from 'solid-js';
import { axisDate, axisValue } from '../../charts/axis.ts';
import { Chart } from '../../charts/Chart.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { periodName } from '../../words/dates.ts';
import { pointInWords } from '../../words/sentences.ts';
import { asRow, asTrend, type PackMeasure } from './pack.ts';
import { countCell, packFinding, packTrend, valueCell } from './words.ts';

/** One measure on a sheet of its own: what it says, its quarters as a picture and as a table, how it is counted. */
export function MeasureSheet(props: { measure: PackMeasure }) {
  const table = () => props.measure.table;
  const rows = () => props.measure.rows;
  const id = (part: string) => `pack-${table().kpi}-${part}`;
  const rate = () => rows().some((row) => row.denominator !== null);
  const marked = () => asTrend(rows()).points.at(-1);
  return (
    <section class="sheet" aria-labelledby={id('title')}>
      <h2 id={id('title')}>{table().title}</h2>
      <p class="finding" id={id('finding')}>
        {packFinding(props.measure)}
      </p>
      <Show when={rows().filter((row) => row.status === 'final').length > 1}>
        <p class="visually-hidden" id={id('trend')}>
          {packTrend(props.measure)}
        </p>
        <Chart
          trend={asTrend(rows())}
          noted={false}
          marked={marked()}
          height={240}
          labelledBy={id('title')}
          describedBy={`${id('finding')} ${id('trend')}`}
          yText={axisValue(table())}
          xText={axisDate(rows().map(asRow))}
          say={(row) => pointInWords(row, table())}
        />
      </Show>
      <TableRegion label={`Table: ${table().title}`}>
        <table>
          <caption>{table().title} by quarter</caption>
          <thead>
            <tr>
              <th scope="col">Period</th>
              <Show when={rate()}>
                <th scope="col" class="number">
                  Numerator
                </th>
                <th scope="col" class="number">
                  Denominator
                </th>
              </Show>
              <th scope="col" class="number">
                Value ({table().unit})
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={rows().toReversed()}>
              {(row) => (
                <tr>
                  <th scope="row">{periodName(row)}</th>
                  <Show when={rate()}>
                    <td class="number">{countCell(row.numerator)}</td>
                    <td class="number">{countCell(row.denominator)}</td>
                  </Show>
                  <td class="number">{valueCell(row, table())}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </TableRegion>
      <h3>
        How it is counted<span class="visually-hidden">: {table().title}</span>
      </h3>
      <p>{table().definition}</p>
    </section>
  );
}
