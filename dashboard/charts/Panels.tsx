import { useNavigate } from '@solidjs/router';
import { createMemo, Index, Show } from 'solid-js';
import type { Kpi, KpiSummary, SplitTrend } from '../api/shapes.ts';
import { capital } from '../words/letters.ts';
import { counted } from '../words/numbers.ts';
import { inOwnOrder } from '../words/ranked.ts';
import { finding, latestRow, pointInWords, trendInWords } from '../words/sentences.ts';
import { senseOf, signalInWords, sinceInWords } from '../words/signal.ts';
import { SenseShape } from '../components/SignalMark.tsx';
import { axisDate, axisValue } from './axis.ts';
import { Chart } from './Chart.tsx';
import { toPanels, topOfAll } from './panels.ts';

/** More small charts than this are not compared, only scrolled past. */
const MOST = 12;

interface PanelsProps {
  kpi: KpiSummary;
  split: Kpi['splits'][number];
  trends: readonly SplitTrend[];
  /** Where a value leads: a page that shows it alone, or no longer alone. */
  link(value: string): string;
  /** The values that the page shows alone. */
  chosen: readonly string[] | undefined;
}

/** One small chart for each value of a split, all to one scale. Each leads to a page about its value: by its name, by Enter, by a click. */
export function Panels(props: PanelsProps) {
  const all = createMemo(() => toPanels(props.trends, props.split, props.kpi));
  const panels = () => all().slice(0, MOST);
  const top = () => topOfAll(panels());
  const navigate = useNavigate();
  const choose = (value: string) => navigate(props.link(value), { scroll: false });
  const chosen = (value: string) => props.chosen?.includes(value) ?? false;
  const id = (i: number, part: string) => `${props.kpi.id}-${props.split.id}-${i}-${part}`;
  return (
    <Show when={props.kpi.chart !== 'none' && panels().some((panel) => panel.trend.points.length > 1)}>
      <p class="note">
        All to one scale
        {inOwnOrder(props.split)
          ? ''
          : `, what ${props.kpi.better === 'neither' ? 'moved' : 'got worse'} most on the year before first`}
        . Choose one to see it alone everywhere on this page.
      </p>
      <Show when={all().length > MOST}>
        <p class="note">
          The first {MOST} of {counted(all().length, 'value')} are drawn. The table has them all.
        </p>
      </Show>
      <ul class="panels" aria-label={`${props.kpi.title} by ${props.split.title.toLowerCase()} over time`}>
        <Index each={panels()}>
          {(panel, i) => (
            <li data-chosen={chosen(panel().value)}>
              <h4>
                <a
                  href={props.link(panel().value)}
                  noScroll
                  aria-current={chosen(panel().value) ? 'true' : undefined}
                  aria-label={`${chosen(panel().value) ? 'No longer only' : 'Only'} ${props.split.title.toLowerCase()}: ${capital(panel().value)}`}
                >
                  <span id={id(i, 'title')}>{capital(panel().value)}</span>
                </a>
              </h4>
              <p class="panel-finding">{finding(panel().trend.points, props.kpi)}</p>
              <p class="panel-signal">
                <SenseShape sense={senseOf(panel().trend.signal)} />{' '}
                {sinceInWords(panel().trend) || panel().trend.signal.words}
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
                onChoose={() => choose(panel().value)}
              />
            </li>
          )}
        </Index>
      </ul>
    </Show>
  );
}
