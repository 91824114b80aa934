import { Show } from 'solid-js';
import type { Changes } from '../../api/shapes.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { RoleLink } from '../../components/RoleLink.tsx';
import { faultInWords } from '../../words/changes.ts';
import { capital } from '../../words/letters.ts';

type Row = Changes['faults'][number];

/** What is wrong with the data since then, and what no longer is. */
export function Faults(props: { changes: Changes; titles: ReadonlyMap<string, string> }) {
  const where = ({ submission }: Row) => (submission ? `/receipts/${submission}` : '/quality');
  const columns: Column<Row>[] = [
    { title: 'Fault', heads: true, cell: (row) => <RoleLink to={where(row)}>{faultInWords(row)}</RoleLink> },
    { title: 'Extract', cell: ({ extract }) => (extract ? (props.titles.get(extract) ?? extract) : 'None known') },
    { title: 'State', cell: ({ change }) => capital(change) },
  ];
  return (
    <section class="changes" aria-labelledby="faults">
      <h2 id="faults">Data faults opened or closed</h2>
      <Show
        when={props.changes.faults.length > 0}
        fallback={<p>None: no file became late, came late or was refused, and no rule is newly broken.</p>}
      >
        <DataTable caption="Data faults since then" columns={columns} rows={props.changes.faults} />
      </Show>
    </section>
  );
}
