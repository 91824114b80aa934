import { createFigures } from '../../api/figures.ts';
import type { KpiSummary, Series } from '../../api/shapes.ts';
import { seriesPath, type Shown } from '../../api/paths.ts';
import { Answered } from '../../components/Answered.tsx';
import { BarTable } from '../../components/BarTable.tsx';
import { periodName } from '../../words/dates.ts';
import { latestRow } from '../../words/sentences.ts';
import { Given } from '../../components/Given.tsx';

interface BySplitProps {
  kpi: KpiSummary;
  by: string;
  view: Shown;
  link?(value: string): string;
  chosen?: readonly string[] | undefined;
}

/** A KPI at its latest period by one split. */
export function BySplit(props: BySplitProps) {
  const answer = createFigures<Series>(() => seriesPath(props.kpi, { ...props.view, by: props.by }));
  const split = () => props.kpi.splits.find((one) => one.id === props.by);
  return (
    <Answered answer={answer} height={220}>
      {(series) => (
        <Given when={split() && latestRow(series().rows)} fallback={<p>No figures yet for this view.</p>}>
          {(row) => (
            <BarTable
              caption={`By ${split()!.title.toLowerCase()}, ${periodName(row())}`}
              kpi={props.kpi}
              split={split()!}
              rows={series().rows.filter((one) => one.period === row().period)}
              link={props.link}
              chosen={props.chosen}
            />
          )}
        </Given>
      )}
    </Answered>
  );
}
