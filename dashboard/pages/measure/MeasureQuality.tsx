import { createFigures } from '../../api/figures.ts';
import type { Extract, KpiSummary, Quality } from '../../api/shapes.ts';
import { Answered } from '../../components/Answered.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { longDate } from '../../words/dates.ts';
import { dataUpTo } from '../../words/freshness.ts';
import { whole } from '../../words/numbers.ts';
import { shareOf } from '../../words/sentences.ts';

/** How good the data are that the KPI is made from, one row an extract. */
export function MeasureQuality(props: { kpi: KpiSummary }) {
  const quality = createFigures<Quality>(() => '/quality');
  const extracts = createFigures<Extract[]>(() => '/extracts');
  const upTo = (id: string) => {
    const found = extracts.data()?.find((one) => one.id === id);
    const day = found && dataUpTo(found);
    return day ? `${longDate(day)}${found.state === 'late' ? ', late' : ''}` : 'Nothing received yet';
  };
  const columns: Column<Quality['extracts'][number]>[] = [
    { title: 'Extract', heads: true, cell: ({ title }) => title },
    { title: 'Data up to', cell: ({ id }) => upTo(id) },
    { title: 'Rows sent', number: true, cell: ({ rows }) => whole(rows) },
    { title: 'Rejected', number: true, cell: ({ rejected, rows }) => <Part of={rejected} all={rows} /> },
    { title: 'Kept with a warning', number: true, cell: ({ warned, rows }) => <Part of={warned} all={rows} /> },
    { title: 'Files refused', number: true, cell: ({ refused_files }) => whole(refused_files) },
  ];
  return (
    <section class="breakdown" aria-labelledby="measure-quality">
      <h2 id="measure-quality">Data quality for this KPI</h2>
      <Answered answer={quality} height={160}>
        {(data) => (
          <DataTable
            caption="Rows in the figures, by extract"
            columns={columns}
            rows={data().extracts.filter(({ id }) => props.kpi.extracts.includes(id))}
          />
        )}
      </Answered>
      <p>
        <a href="/quality">All checks, and how children are joined over agencies</a>
      </p>
    </section>
  );
}

const Part = (props: { of: number; all: number }) => (
  <>
    {whole(props.of)} <span class="part">{shareOf(props.of, props.all)}</span>
  </>
);
