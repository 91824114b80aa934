import { A } from '@solidjs/router';
import { Index } from 'solid-js';
import { createAnswer } from '../../api/answer.ts';
import type { Extract, KpiSummary, Quality } from '../../api/shapes.ts';
import { Answered } from '../../components/Answered.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { longDate } from '../../words/dates.ts';
import { dataUpTo } from '../../words/freshness.ts';
import { whole } from '../../words/numbers.ts';
import { shareOf } from '../../words/sentences.ts';

/** How good the data are that the KPI is made from, one row an extract. */
export function MeasureQuality(props: { kpi: KpiSummary }) {
  const quality = createAnswer<Quality>(() => '/quality');
  const extracts = createAnswer<Extract[]>(() => '/extracts');
  const upTo = (id: string) => {
    const found = extracts.data()?.find((one) => one.id === id);
    const day = found && dataUpTo(found);
    return day ? `${longDate(day)}${found.state === 'late' ? ', late' : ''}` : 'Nothing received yet';
  };
  return (
    <section class="breakdown" aria-labelledby="measure-quality">
      <h2 id="measure-quality">Data quality for this KPI</h2>
      <Answered answer={quality} height={160}>
        {(data) => (
          <TableRegion label="Extracts behind this KPI">
            <table>
              <caption>Rows in the figures, by extract</caption>
              <thead>
                <tr>
                  <th scope="col">Extract</th>
                  <th scope="col">Data up to</th>
                  <th scope="col" class="number">
                    Rows sent
                  </th>
                  <th scope="col" class="number">
                    Rejected
                  </th>
                  <th scope="col" class="number">
                    Kept with a warning
                  </th>
                  <th scope="col" class="number">
                    Files refused
                  </th>
                </tr>
              </thead>
              <tbody>
                <Index each={data().extracts.filter(({ id }) => props.kpi.extracts.includes(id))}>
                  {(extract) => (
                    <tr>
                      <th scope="row">{extract().title}</th>
                      <td>{upTo(extract().id)}</td>
                      <td class="number">{whole(extract().rows)}</td>
                      <td class="number">
                        {whole(extract().rejected)}{' '}
                        <span class="part">{shareOf(extract().rejected, extract().rows)}</span>
                      </td>
                      <td class="number">
                        {whole(extract().warned)} <span class="part">{shareOf(extract().warned, extract().rows)}</span>
                      </td>
                      <td class="number">{whole(extract().refused_files)}</td>
                    </tr>
                  )}
                </Index>
              </tbody>
            </table>
          </TableRegion>
        )}
      </Answered>
      <p>
        <A href="/quality">All checks, and how children are joined over agencies</A>
      </p>
    </section>
  );
}
