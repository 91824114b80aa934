import { useLocation } from '@solidjs/router';
import { Show } from 'solid-js';
import type { Changes } from '../../api/shapes.ts';
import { pinnedIn } from '../../api/view.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import type { ChangedKpi } from '../../words/changes.ts';
import { counted } from '../../words/numbers.ts';
import { SmallKey } from '../../components/SmallMark.tsx';
import { figuresOf, thenAndNow } from './ThenAndNow.tsx';

type Row = Changes['signals'][number];

/** KPIs about which something else is said than before, with the figures of then and now. */
export function Signals(props: { changes: Changes; kpis: ReadonlyMap<string, ChangedKpi> }) {
  const location = useLocation();
  const columns: Column<Row>[] = [
    {
      title: 'KPI',
      heads: true,
      cell: ({ kpi }) => <a href={pinnedIn(`/measures/${kpi}`, location.search)}>{props.kpis.get(kpi)!.title}</a>,
    },
    ...thenAndNow((row: Row) => props.kpis.get(row.kpi)!),
  ];
  const others = () => props.changes.kpis.length - props.changes.signals.length;
  return (
    <section class="changes" aria-labelledby="signals">
      <h2 id="signals">Signals that changed</h2>
      <Show when={props.changes.signals.length > 0} fallback={<p>None: every KPI reads as it did then.</p>}>
        <DataTable caption="KPIs that read otherwise than then" columns={columns} rows={props.changes.signals} />
        <SmallKey of={props.changes.signals.flatMap(figuresOf)} />
        <p class="key">{counted(others(), 'other KPI reads', 'other KPIs read')} as then.</p>
      </Show>
    </section>
  );
}
