import { Index, Show } from 'solid-js';
import { createFigures } from '../../api/figures.ts';
import type { KpiSummary, Series } from '../../api/shapes.ts';
import { seriesPath } from '../../api/paths.ts';
import { TableRegion } from '../../components/TableRegion.tsx';
import { partOf, valueText } from '../../words/numbers.ts';
import { grainsFor, oursFor, publishedPeriod } from '../../words/published.ts';
import { Given } from '../../components/Given.tsx';

/** Values that others published, beside ours for the same period. They are shown, never computed with. */
export function Published(props: { kpi: KpiSummary }) {
  const grains = () => grainsFor(props.kpi.published.map((one) => one.period));
  const rows = (grain: 'year' | 'month') =>
    createFigures<Series>(() =>
      grains()[grain] ? seriesPath(props.kpi, { grain, by: undefined, where: {} }) : undefined,
    );
  const [years, months] = [rows('year'), rows('month')];
  const ours = (period: string) =>
    oursFor(period, [...(years.data()?.rows ?? []), ...(months.data()?.rows ?? [])], props.kpi);
  return (
    <Show when={props.kpi.published.length > 0}>
      <TableRegion label={`Published figures: ${props.kpi.title}`}>
        <table class="published">
          <caption>Published figures beside ours, all children</caption>
          <thead>
            <tr>
              <th scope="col">Period</th>
              <th scope="col" class="number">
                Published
              </th>
              <th scope="col" class="number">
                Ours
              </th>
              <th scope="col">Published in</th>
            </tr>
          </thead>
          <tbody>
            <Index each={props.kpi.published}>
              {(published) => (
                <tr>
                  <th scope="row">{publishedPeriod(published().period)}</th>
                  <td class="number">{valueText(published().value, props.kpi)}</td>
                  <td class="number">
                    <Given when={ours(published().period)} fallback="No figure">
                      {(row) => (
                        <>
                          {valueText(row().value, props.kpi)} <span class="part">{partOf(row(), props.kpi)}</span>
                        </>
                      )}
                    </Given>
                  </td>
                  <td>{published().source}</td>
                </tr>
              )}
            </Index>
          </tbody>
        </table>
      </TableRegion>
    </Show>
  );
}
