import { useLocation } from '@solidjs/router';
import { createMemo, Show } from 'solid-js';
import type { KpiSummary } from '../../api/shapes.ts';
import { Sparkline } from '../../charts/Sparkline.tsx';
import { Given } from '../../components/Given.tsx';
import { SignalMark } from '../../components/SignalMark.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { periodName } from '../../words/dates.ts';
import { partOf, valueText } from '../../words/numbers.ts';
import { changeOnYear, trendInWords } from '../../words/sentences.ts';
import { againstTarget, targetWanted } from '../../words/signal.ts';
import { judged, kpiAddress, sparkRows } from './headlines.ts';

/** One KPI in the overview; its name leads to the same figure at the top of its own page. */
export function HeadlineRow(props: { kpi: KpiSummary; to: string | undefined }) {
  const location = useLocation();
  const latest = () => props.kpi.latest!;
  const rows = createMemo(() => sparkRows(props.kpi));
  return (
    <tr>
      <th scope="row">
        <a href={kpiAddress(props.kpi, props.to, location.search)}>{props.kpi.title}</a>
      </th>
      <td class="headline-figure">
        <strong class="figure">{valueText(latest().value, props.kpi)}</strong>{' '}
        <Given when={partOf(latest(), props.kpi)}>{(part) => <span class="part">{part()}</span>}</Given>
        <span class="headline-period">
          {periodName(latest())} <StatusMark status={latest().status} />
        </span>
      </td>
      <td class="headline-target">
        <span class="card-label">Target: </span>
        {targetWanted(props.kpi)}
        <Show when={props.kpi.target}>
          <span class="part">{againstTarget(props.kpi)}</span>
        </Show>
      </td>
      <td class="headline-change">
        <span class="card-label">On the same month last year: </span>
        {changeOnYear(latest(), props.kpi.year_before, props.kpi)}
      </td>
      <td class="headline-signal">
        <SignalMark signal={props.kpi.signal} />
        <Given when={judged(props.kpi)}>{(period) => <span class="part">{period()}</span>}</Given>
      </td>
      <td class="headline-spark">
        <Sparkline rows={rows()} />
        <span class="visually-hidden">{trendInWords(rows(), props.kpi)}</span>
      </td>
    </tr>
  );
}
