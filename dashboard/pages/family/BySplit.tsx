import { createFigures } from '../../api/figures.ts';
import { type Shown, trendPath } from '../../api/paths.ts';
import type { KpiSummary, Trend } from '../../api/shapes.ts';
import { Answered } from '../../components/Answered.tsx';
import { BarTable } from '../../components/BarTable.tsx';
import { Given } from '../../components/Given.tsx';
import { periodName } from '../../words/dates.ts';
import { latestOf } from '../../words/ranked.ts';

interface BySplitProps {
  kpi: KpiSummary;
  by: string;
  view: Shown;
  link?(value: string): string;
  chosen?: readonly string[] | undefined;
}

/** A KPI at its latest period by one split. The filter by this split is left out: its other values stand beside the one chosen. */
export function BySplit(props: BySplitProps) {
  const answer = createFigures<Trend>(() =>
    trendPath(props.kpi, { ...props.view, by: props.by, where: { ...props.view.where, [props.by]: [] } }),
  );
  const split = () => props.kpi.splits.find((one) => one.id === props.by)!;
  return (
    <Answered answer={answer} height={220}>
      {(data) => (
        <Given when={latestOf(data().trends)} fallback={<p>No figures yet for this view.</p>}>
          {(row) => (
            <BarTable
              caption={`By ${split().title.toLowerCase()}, ${periodName(row())}`}
              kpi={props.kpi}
              split={split()}
              trends={data().trends}
              period={row().period}
              link={props.link}
              chosen={props.chosen}
            />
          )}
        </Given>
      )}
    </Answered>
  );
}
