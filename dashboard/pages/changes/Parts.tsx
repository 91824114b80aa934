import { useLocation } from '@solidjs/router';
import { Show } from 'solid-js';
import type { Changes } from '../../api/shapes.ts';
import { pinnedIn } from '../../api/view.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { SmallKey } from '../../components/SmallMark.tsx';
import type { ChangedKpi } from '../../words/changes.ts';
import { capital } from '../../words/letters.ts';
import { lookedAt } from '../../words/parts.ts';
import { figuresOf, thenAndNow } from './ThenAndNow.tsx';

type Kpi = Changes['parts'][number];
type Row = Kpi['changed'][number] & Pick<Kpi, 'kpi' | 'by'>;

/** The towns, or other parts, that are unusual and were not, or no longer are: also of a KPI that reads as before. */
export function Parts(props: { changes: Changes; kpis: ReadonlyMap<string, ChangedKpi> }) {
  const location = useLocation();
  const rows = () => props.changes.parts.flatMap(({ kpi, by, changed }) => changed.map((one) => ({ kpi, by, ...one })));
  const columns: Column<Row>[] = [
    {
      title: 'Where',
      heads: true,
      cell: ({ kpi, by, value }) => (
        <>
          {capital(value)}
          <span class="said">
            <a href={pinnedIn(`/measures/${kpi}`, location.search, { by: by.id })}>
              {props.kpis.get(kpi)!.title}
              <span class="visually-hidden"> by {by.title.toLowerCase()}</span>
            </a>
          </span>
        </>
      ),
    },
    ...thenAndNow((row: Row) => props.kpis.get(row.kpi)!),
  ];
  return (
    <section class="changes" aria-labelledby="parts">
      <h2 id="parts">Where it changed</h2>
      <Show when={rows().length > 0} fallback={<p>No town or other part is unusual in another way than then.</p>}>
        <DataTable caption="Towns and other parts that read otherwise than then" columns={columns} rows={rows()} />
        <SmallKey of={rows().flatMap(figuresOf)} />
      </Show>
      <Show when={props.changes.parts.length > 0}>
        <p class="key">{lookedAt(props.changes.parts)}</p>
      </Show>
    </section>
  );
}
