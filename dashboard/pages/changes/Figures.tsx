import { For, Show } from 'solid-js';
import type { Changes } from '../../api/shapes.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import {
  type ChangedKpi,
  revisedInWords,
  type Revision,
  revisionMove,
  type Revisions,
  whyInWords,
} from '../../words/changes.ts';
import { periodName } from '../../words/dates.ts';
import { partOf, valueText } from '../../words/numbers.ts';
import { Given } from '../../components/Given.tsx';

/** So many months are shown at once; more are a list that is opened. */
const FEW = 6;

interface FiguresProps {
  changes: Changes;
  kpis: ReadonlyMap<string, ChangedKpi>;
  /** Titles of extracts. */
  titles: ReadonlyMap<string, string>;
}

/** Figures that were shown then as those of a whole month, and are others now. */
export const Figures = (props: FiguresProps) => (
  <section class="changes" aria-labelledby="figures">
    <h2 id="figures">Figures that were revised</h2>
    <Show
      when={props.changes.figures.length > 0}
      fallback={<p>None: every month that had a figure then has the same one now.</p>}
    >
      <p>
        Why a figure moved is read from what differs between the two snapshots: files, links between children,
        definitions. Where several may be the reason, all are named.
      </p>
      <For each={props.changes.figures}>
        {(one) => <KpiFigures revisions={one} kpi={props.kpis.get(one.kpi)!} titles={props.titles} />}
      </For>
    </Show>
  </section>
);

function KpiFigures(props: { revisions: Revisions; kpi: ChangedKpi; titles: FiguresProps['titles'] }) {
  const shown = (figure: Revision['was']) => (
    <>
      {valueText(figure.value, props.kpi)}{' '}
      <Given when={partOf(figure, props.kpi)}>{(part) => <span class="part">{part()}</span>}</Given>
    </>
  );
  const columns: Column<Revision>[] = [
    { title: 'Month', heads: true, cell: (row) => periodName(row) },
    { title: 'Then', number: true, cell: ({ was }) => shown(was) },
    { title: 'Now', number: true, cell: ({ now }) => shown(now) },
    { title: 'Difference', cell: (row) => revisionMove(row, props.kpi) },
    { title: 'Why', cell: ({ why }) => whyInWords(why, props.titles) },
  ];
  return (
    <details open={props.revisions.revised.length <= FEW}>
      <summary>
        {props.kpi.title}: {revisedInWords(props.revisions, props.kpi)}
      </summary>
      <DataTable
        caption={`${props.kpi.title}: revised months, newest first`}
        columns={columns}
        rows={props.revisions.revised}
      />
    </details>
  );
}
