import { createMemo, Index, Show } from 'solid-js';
import type { Kpi, KpiSummary, SplitTrend } from '../api/shapes.ts';
import { capital } from '../words/letters.ts';
import { counted } from '../words/numbers.ts';
import { latestRow, pointInWords, trendInWords } from '../words/sentences.ts';
import { signalInWords } from '../words/signal.ts';
import { SignalMark } from '../components/SignalMark.tsx';
import { axisDate, axisValue } from './axis.ts';
import { Chart } from './Chart.tsx';
import { toPanels, topOfAll } from './panels.ts';

/** More small charts than this are not compared, only scrolled past. */
const MOST = 12;

interface PanelsProps {
  kpi: KpiSummary;
  split: Kpi['splits'][number];
  trends: readonly SplitTrend[];
}

/** One small chart for each value of a split, all to one scale. */
export function Panels(props: PanelsProps) {
  const all = createMemo(() => toPanels(props.trends, props.split));
  const panels = () => all().slice(0, MOST);
  const top = () => topOfAll(panels());
  const id = (i: number, part: string) => `${props.kpi.id}-${props.split.id}-${i}-${part}`;
  return (
    <Show when={props.kpi.chart !== 'none' && panels().some((panel) => panel.trend.points.length > 1)}>
      <Show when={all().length > MOST}>
        <p class="note">
          The first {MOST} of {counted(all().length, 'value')} are drawn. The table has them all.
        </p>
      </Show>
      <ul class="panels" aria-label={`${props.kpi.title} by ${props.split.title.toLowerCase()} over time`}>
        <Index each={panels()}>
          {(panel, i) => (
            <li>
              <h4 id={id(i, 'title')}>{capital(panel().value)}</h4>
              <p class="panel-signal">
                <SignalMark signal={panel().trend.signal} />
              </p>
              <p class="visually-hidden" id={id(i, 'trend')}>
                {signalInWords(panel().trend, props.kpi)} {trendInWords(panel().trend.points, props.kpi)}
              </p>
              <Chart
                trend={panel().trend}
                noted={false}
                marked={latestRow(panel().trend.points)}
                height={170}
                top={top()}
                labelledBy={`${props.kpi.id}-title ${id(i, 'title')}`}
                describedBy={id(i, 'trend')}
                yText={axisValue(props.kpi)}
                xText={axisDate(panel().trend.points)}
                say={(row) => pointInWords(row, props.kpi)}
              />
            </li>
          )}
        </Index>
      </ul>
    </Show>
  );
}
