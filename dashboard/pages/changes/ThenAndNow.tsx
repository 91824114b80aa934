import type { Changes } from '../../api/shapes.ts';
import { SignalMark } from '../../components/SignalMark.tsx';
import { SmallMark } from '../../components/SmallMark.tsx';
import { type ChangedKpi, saidInWords, signalMonth } from '../../words/changes.ts';
import { Given } from '../../components/Given.tsx';

type Row = Changes['signals'][number];
interface Compared {
  was: Row['was'];
  now: Row['now'];
}

/** What was or is said of a KPI or a part of it: its signal with the month that it speaks of, and its figure. */
const Side = (props: { said: Row['now']; kpi: ChangedKpi }) => (
  <>
    <Given when={props.said}>
      {(said) => (
        <>
          <SignalMark signal={said().signal} />{' '}
          <Given when={signalMonth(said())}>{(month) => <span class="part">in {month()}</span>}</Given>
        </>
      )}
    </Given>
    <span class="said">
      {saidInWords(props.said, props.kpi)}
      <SmallMark of={props.said?.latest ?? {}} />
    </span>
  </>
);

/** The columns of a table of what is said otherwise than before. */
export const thenAndNow = <R extends Compared>(kpiOf: (row: R) => ChangedKpi) => [
  { title: 'Then', cell: (row: R) => <Side said={row.was} kpi={kpiOf(row)} /> },
  { title: 'Now', cell: (row: R) => <Side said={row.now} kpi={kpiOf(row)} /> },
];

/** The figures of a row, for the key to the marks of small numbers. */
export const figuresOf = ({ was, now }: Compared) => [was?.latest ?? {}, now?.latest ?? {}];
