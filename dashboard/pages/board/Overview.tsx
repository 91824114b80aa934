import { For } from 'solid-js';
import type { PackMeasure } from '../../../etl/disclosure/pack/measure.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { SignalMark } from '../../components/SignalMark.tsx';
import { lower } from '../../words/letters.ts';
import { againstTarget, targetText } from '../../words/signal.ts';
import { changeCell, partCell, valueCell } from './words.ts';

interface PackOverviewProps {
  measures: readonly PackMeasure[];
  period: string;
}

/** Why measures are not judged, each reason once. */
const unjudged = (measures: readonly PackMeasure[]) => [
  ...new Set(
    measures.flatMap(({ trend: { signal } }) => (signal.because ? `${signal.words}: ${lower(signal.because)}` : [])),
  ),
];

/** Every measure of the pack in one table. */
export const PackOverview = (props: PackOverviewProps) => (
  <section class="sheet" aria-labelledby="pack-overview">
    <h2 id="pack-overview">Overview</h2>
    <DataTable
      caption={`All measures, ${props.period}`}
      rows={props.measures}
      columns={[
        { title: 'Measure', heads: true, cell: (one) => one.title },
        { title: 'Value', number: true, cell: (one) => valueCell(one.now, one) },
        { title: 'Of', cell: (one) => partCell(one.now, one) },
        { title: 'On the year before', cell: changeCell },
        { title: 'Is it unusual?', cell: (one) => <SignalMark signal={one.trend.signal} /> },
        { title: 'Target', cell: (one) => targetText(one.trend.target, one) },
        { title: 'Against target', cell: (one) => againstTarget({ ...one.trend }) },
      ]}
    />
    <For each={unjudged(props.measures)}>{(reason) => <p class="note">{reason}</p>}</For>
  </section>
);
