import { Show } from 'solid-js';
import type { Changes } from '../../api/shapes.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { type ChangedKpi, definitionInWords } from '../../words/changes.ts';

type Row = Changes['definitions'][number];

/** KPIs that are counted or described otherwise than before. */
export function Definitions(props: { changes: Changes; kpis: ReadonlyMap<string, ChangedKpi> }) {
  const columns: Column<Row>[] = [
    { title: 'KPI', heads: true, cell: ({ kpi }) => props.kpis.get(kpi)!.title },
    { title: 'What', cell: definitionInWords },
    { title: 'Definition then', cell: ({ was }) => was ?? 'None' },
    { title: 'Definition now', cell: ({ now, was }) => (now === was ? 'In the same words' : (now ?? 'None')) },
  ];
  return (
    <section class="changes" aria-labelledby="definitions">
      <h2 id="definitions">Definitions that changed</h2>
      <Show
        when={props.changes.definitions.length > 0}
        fallback={<p>None: every KPI has the query and the description that it had then.</p>}
      >
        <DataTable caption="KPIs that are defined otherwise" columns={columns} rows={props.changes.definitions} />
      </Show>
    </section>
  );
}
