import { useLocation } from '@solidjs/router';
import { Show } from 'solid-js';
import type { Changes } from '../../api/shapes.ts';
import { pinnedIn } from '../../api/view.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { SmallKey } from '../../components/SmallMark.tsx';
import { type ChangedKpi, moveInWords } from '../../words/changes.ts';
import { figuresOf, thenAndNow } from './ThenAndNow.tsx';

type Row = Changes['unjudged'][number];

/** Figures that moved, of which nobody can say whether that is more than chance: no signal is not "no change". */
export function Unjudged(props: { changes: Changes; kpis: ReadonlyMap<string, ChangedKpi> }) {
  const location = useLocation();
  const kpiOf = ({ kpi }: Row) => props.kpis.get(kpi)!;
  const columns: Column<Row>[] = [
    {
      title: 'KPI',
      heads: true,
      cell: (row) => <a href={pinnedIn(`/measures/${row.kpi}`, location.search)}>{kpiOf(row).title}</a>,
    },
    ...thenAndNow(kpiOf),
    { title: 'Difference', cell: (row) => moveInWords(row, kpiOf(row)) },
    { title: 'Why it is not judged', cell: ({ now }) => now?.signal.because },
  ];
  return (
    <section class="changes" aria-labelledby="unjudged">
      <h2 id="unjudged">Moved, and cannot be judged</h2>
      <Show
        when={props.changes.unjudged.length > 0}
        fallback={<p>None: every KPI that cannot be judged has the figure that it had then.</p>}
      >
        <p>These figures are others than then. Whether that is more than chance cannot be told.</p>
        <DataTable caption="Figures that moved and are not judged" columns={columns} rows={props.changes.unjudged} />
        <SmallKey of={props.changes.unjudged.flatMap(figuresOf)} />
      </Show>
    </section>
  );
}
