import { Index, Show } from 'solid-js';
import { createAnswer } from '../../api/answer.ts';
import type { KpiSummary, Lineage } from '../../api/shapes.ts';
import { Answered } from '../../components/Answered.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { counted, whole } from '../../words/numbers.ts';

/** From which tables and files the KPI is made. */
export function MeasureLineage(props: { kpi: KpiSummary }) {
  const answer = createAnswer<Lineage>(() => `/kpis/${props.kpi.id}/lineage`);
  return (
    <section class="breakdown" aria-labelledby="lineage">
      <h2 id="lineage">Where it comes from</h2>
      <Answered answer={answer} height={240}>
        {(data) => (
          <>
            <ul>
              <Index each={data().extracts}>
                {(extract) => (
                  <li>
                    {extract().title}, {extract().agency_title}: {counted(extract().submissions, 'submission')}
                  </li>
                )}
              </Index>
            </ul>
            <TableRegion label="Tables between the files and this KPI">
              <table>
                <caption>Tables, from the one that this KPI reads to what agencies sent</caption>
                <thead>
                  <tr>
                    <th scope="col">Table</th>
                    <th scope="col">What a row is</th>
                    <th scope="col" class="number">
                      Rows
                    </th>
                    <th scope="col">Made from</th>
                  </tr>
                </thead>
                <tbody>
                  <Index each={data().tables}>
                    {(table) => (
                      <tr>
                        <th scope="row">
                          {table().title} <code>{table().name}</code>
                        </th>
                        <td>{table().grain ?? 'A row as it was sent, without names'}</td>
                        <td class="number">{whole(table().rows)}</td>
                        <td>
                          <Show when={table().reads} fallback="Its query was changed since">
                            {(reads) => (table().extract ? 'Files' : reads().join(', '))}
                          </Show>
                        </td>
                      </tr>
                    )}
                  </Index>
                </tbody>
              </table>
            </TableRegion>
          </>
        )}
      </Answered>
    </section>
  );
}
