import { useSearchParams } from '@solidjs/router';
import type { Pack } from '../../../etl/disclosure/pack/pack.ts';
import { Choice } from '../../components/Choice.tsx';
import { periodName } from '../../words/dates.ts';

/** The periods of which there are papers; the chosen one is in the page's address. */
export function PeriodChoice(props: { pack: Pack }) {
  const [, setAsked] = useSearchParams();
  return (
    <div class="controls-row">
      <Choice label="Period" value={props.pack.period.period} onChange={(period) => setAsked({ period })}>
        {props.pack.periods.map((one) => ({ id: one.period, title: periodName(one) }))}
      </Choice>
    </div>
  );
}
