import { Show } from 'solid-js';
import type { PackExtract } from '../../../etl/disclosure/pack/pack.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { longDate } from '../../words/dates.ts';
import { dataUpTo, STATES } from '../../words/freshness.ts';
import { counted, whole } from '../../words/numbers.ts';

interface TrustProps {
  extracts: readonly PackExtract[];
  today: string;
}

/** How far the figures can be trusted: how fresh each agency's files are, and what of them was not taken. */
export function Trust(props: TrustProps) {
  const late = () => props.extracts.filter(({ state }) => state !== 'up to date').length;
  return (
    <section class="sheet" aria-labelledby="pack-trust">
      <h2 id="pack-trust">Data quality</h2>
      <p>
        <Show when={late() > 0} fallback="Every extract is up to date">
          {counted(late(), 'extract is', 'extracts are')} late or was never received
        </Show>{' '}
        on {longDate(props.today)}. A refused file counts nowhere until it is sent again; a rejected row is left out,
        and its agency is told why.
      </p>
      <DataTable
        caption="Files by agency"
        rows={props.extracts}
        columns={[
          { title: 'Agency', cell: (one) => one.agency_title },
          { title: 'Extract', heads: true, cell: (one) => one.title },
          { title: 'State', cell: (one) => STATES[one.state] },
          { title: 'Data up to', cell: (one) => (dataUpTo(one) ? longDate(dataUpTo(one)!) : 'Nothing yet') },
          { title: 'Next file due', cell: (one) => (one.due ? longDate(one.due) : 'Not set') },
          { title: 'Refused files', number: true, cell: (one) => whole(one.refused) },
          { title: 'Rejected rows', number: true, cell: (one) => whole(one.rejected) },
        ]}
      />
    </section>
  );
}
