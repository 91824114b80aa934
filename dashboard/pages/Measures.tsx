import { useLocation, useNavigate } from '@solidjs/router';
import { createEffect, createMemo, Index, on, Show } from 'solid-js';
import { createFigures } from '../api/figures.ts';
import { useLive } from '../api/live.ts';
import { inOrder } from '../api/order.ts';
import { keptIn, pinnedIn } from '../api/view.ts';
import type { KpiSummary } from '../api/shapes.ts';
import { announce } from '../components/announce.ts';
import { Answered } from '../components/Answered.tsx';
import { Page } from '../components/Page.tsx';
import { SignalMark } from '../components/SignalMark.tsx';
import { StatusMark } from '../components/StatusMark.tsx';
import { TableRegion } from '../components/TableRegion.tsx';
import { periodName } from '../words/dates.ts';
import { listed, type ListView, readList, statesInWords, writeList } from '../words/measures.ts';
import { partOf, valueText } from '../words/numbers.ts';
import { Given } from '../components/Given.tsx';

/** Every KPI, to find one or to see which are unusual. */
export default function Measures() {
  const answer = createFigures<KpiSummary[]>(() => '/kpis');
  return (
    <Page title="All KPIs" lead="Every KPI with its latest figure, and whether that is unusual.">
      <Answered answer={answer} height={900}>
        {(kpis) => <MeasureList kpis={kpis()} />}
      </Answered>
    </Page>
  );
}

function MeasureList(props: { kpis: readonly KpiSummary[] }) {
  const live = useLive();
  const location = useLocation();
  const navigate = useNavigate();
  const view = createMemo(() => readList(location.search));
  const change = (part: Partial<ListView>) =>
    navigate(`/measures${writeList({ ...view(), ...part })}`, { replace: true, scroll: false });
  const groups = createMemo(() =>
    (live.snapshot()?.partnership.priorities ?? []).flatMap(({ id, title }) => {
      const kpis = inOrder(listed(props.kpis, view()).filter((kpi) => kpi.priority === id));
      return kpis.length > 0 ? [{ id, title, kpis }] : [];
    }),
  );
  const shown = () => groups().flatMap(({ kpis }) => kpis);
  const words = createMemo(() => statesInWords(shown()));
  createEffect(on(words, (text) => announce('point', text), { defer: true }));
  return (
    <>
      <form class="controls list-controls" role="search" onSubmit={(event) => event.preventDefault()}>
        <label class="choice">
          <span>Find a KPI</span>
          <input
            type="search"
            value={view().text}
            onInput={(event) => change({ text: event.currentTarget.value })}
            autocomplete="off"
          />
        </label>
        <label class="tick">
          <input
            type="checkbox"
            checked={view().unusual}
            onChange={(event) => change({ unusual: event.currentTarget.checked })}
          />
          <span>Only what is unusual</span>
        </label>
      </form>
      <p>{words()}</p>
      <Show
        when={shown().length > 0}
        fallback={
          <p>
            No KPI is found so.{' '}
            <button type="button" class="link" onClick={() => change({ text: '', unusual: false })}>
              Show all
            </button>
          </p>
        }
      >
        <TableRegion label="All KPIs">
          <table>
            <caption class="visually-hidden">All KPIs by group</caption>
            <thead>
              <tr>
                <th scope="col">KPI</th>
                <th scope="col" class="number">
                  Latest
                </th>
                <th scope="col">Period</th>
                <th scope="col">Is it unusual?</th>
                <th scope="col">Against target</th>
              </tr>
            </thead>
            <Index each={groups()}>
              {(group) => (
                <tbody>
                  <tr class="group">
                    <th scope="rowgroup" colspan="5">
                      <a href={keptIn(`/${group().id}`, location.search)}>{group().title}</a>
                    </th>
                  </tr>
                  <Index each={group().kpis}>{(kpi) => <MeasureRow kpi={kpi()} search={location.search} />}</Index>
                </tbody>
              )}
            </Index>
          </table>
        </TableRegion>
      </Show>
    </>
  );
}

const MeasureRow = (props: { kpi: KpiSummary; search: string }) => (
  <tr>
    <th scope="row">
      <a href={pinnedIn(`/measures/${props.kpi.id}`, props.search)}>{props.kpi.title}</a>
    </th>
    <Given
      when={props.kpi.latest}
      fallback={
        <>
          <td class="number">No figure</td>
          <td />
        </>
      }
    >
      {(latest) => (
        <>
          <td class="number">
            {valueText(latest().value, props.kpi)} <span class="part">{partOf(latest(), props.kpi)}</span>
          </td>
          <td>
            {periodName(latest())} <StatusMark status={latest().status} />
          </td>
        </>
      )}
    </Given>
    <td>
      <SignalMark signal={props.kpi.signal} />
    </td>
    <td>{props.kpi.signal.target_words ?? (props.kpi.target ? 'Not judged' : 'No target')}</td>
  </tr>
);
