import { Index } from 'solid-js';
import { createFigures } from '../../api/figures.ts';
import type { KpiSummary, Lineage } from '../../api/shapes.ts';
import { Answered } from '../../components/Answered.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { counted, whole } from '../../words/numbers.ts';

const COLUMNS: readonly Column<Lineage['tables'][number]>[] = [
  {
    title: 'Table',
    heads: true,
    cell: ({ title, name }) => (
      <>
        {title} <code>{name}</code>
      </>
    ),
  },
  { title: 'What a row is', cell: ({ grain }) => grain ?? 'A row as it was sent, without names' },
  { title: 'Rows', number: true, cell: ({ rows }) => whole(rows) },
  {
    title: 'Made from',
    cell: ({ reads, extract }) =>
      reads === null ? 'Its query was changed since' : extract ? 'Files' : reads.join(', '),
  },
];

/** From which tables and files the KPI is made. */
export function MeasureLineage(props: { kpi: KpiSummary }) {
  const answer = createFigures<Lineage>(() => `/kpis/${props.kpi.id}/lineage`);
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
            <DataTable
              caption="Tables, from the one that this KPI reads to what agencies sent"
              columns={COLUMNS}
              rows={data().tables}
            />
          </>
        )}
      </Answered>
    </section>
  );
}
