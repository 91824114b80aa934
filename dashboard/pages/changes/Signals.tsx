import { Show } from 'solid-js';
import type { Changes } from '../../api/shapes.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { SignalMark } from '../../components/SignalMark.tsx';
import { type ChangedKpi, saidInWords, signalMonth } from '../../words/changes.ts';
import { counted } from '../../words/numbers.ts';
import { Given } from '../../components/Given.tsx';

type Row = Changes['signals'][number];

/** KPIs about which something else is said than before, with the figures of then and now. */
export function Signals(props: { changes: Changes; kpis: ReadonlyMap<string, ChangedKpi> }) {
  const side = (row: Row, which: 'was' | 'now') => (
    <>
      <Given when={row[which]}>
        {(said) => (
          <>
            <SignalMark signal={said().signal} />{' '}
            <Given when={signalMonth(said())}>{(month) => <span class="part">in {month()}</span>}</Given>
          </>
        )}
      </Given>
      <span class="said">{saidInWords(row[which], props.kpis.get(row.kpi)!)}</span>
    </>
  );
  const columns: Column<Row>[] = [
    { title: 'KPI', heads: true, cell: ({ kpi }) => <a href={`/measures/${kpi}`}>{props.kpis.get(kpi)!.title}</a> },
    { title: 'Then', cell: (row) => side(row, 'was') },
    { title: 'Now', cell: (row) => side(row, 'now') },
  ];
  const others = () => props.changes.kpis.length - props.changes.signals.length;
  return (
    <section class="changes" aria-labelledby="signals">
      <h2 id="signals">Signals that changed</h2>
      <Show when={props.changes.signals.length > 0} fallback={<p>None: every KPI reads as it did then.</p>}>
        <DataTable caption="KPIs that read otherwise than then" columns={columns} rows={props.changes.signals} />
        <p class="key">{counted(others(), 'other KPI reads', 'other KPIs read')} as then.</p>
      </Show>
    </section>
  );
}
