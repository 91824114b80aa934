// Pages: one file a page, and beside it the parts that only it uses.
import { useLocation, useParams } from '@solidjs/router';
import { createMemo, For, Match, Show, Switch } from 'solid-js';
import { createFigures } from '../api/figures.ts';
import { useLive } from '../api/live.ts';
import { inOrder } from '../api/order.ts';
import type { KpiSummary, Snapshot, UnusualParts } from '../api/shapes.ts';
import { Below } from '../api/turn.ts';
import { readView } from '../api/view.ts';
import { Answered } from '../components/Answered.tsx';
import { Later } from '../components/Later.tsx';
import { Page } from '../components/Page.tsx';
import { Given } from '../components/Given.tsx';
import { Words } from '../components/Words.tsx';
import { monthName, periodName } from '../words/dates.ts';
import { Breakdown } from './family/Breakdown.tsx';
import { featureOf, WORDS } from './family/features.ts';
import { KpiSection } from './family/KpiSection.tsx';
import { Overlaps } from './family/Overlaps.tsx';
import { RepeatCurve } from './family/RepeatCurve.tsx';
import { TriageFlow } from './family/TriageFlow.tsx';
import { createView } from './family/view-state.ts';
import { ViewControls } from './family/ViewControls.tsx';
import { NotFound } from './NotFound.tsx';

type Priority = Snapshot['partnership']['priorities'][number];

/** The page of a priority: each of its KPIs with a finding, a trend, a split and a table. */
export default function Family() {
  const params = useParams();
  const live = useLive();
  const id = createMemo(() => live.snapshot()?.partnership.priorities.find((p) => p.id === params.priority)?.id);
  const priority = () => live.snapshot()!.partnership.priorities.find((p) => p.id === id())!;
  // Keyed by id: another family is another page, with its own heading to focus.
  return (
    <Show when={live.snapshot()}>
      <Show when={id()} keyed fallback={<NotFound />}>
        {(_id) => <FamilyPage priority={priority()} />}
      </Show>
    </Show>
  );
}

function FamilyPage(props: { priority: Priority }) {
  const answer = createFigures<KpiSummary[]>(() => '/kpis');
  const kpis = createMemo(() => inOrder(answer.data()?.filter((kpi) => kpi.priority === props.priority.id) ?? []));
  const latest = () => kpis().find((kpi) => kpi.latest)?.latest;
  const location = useLocation();
  const to = () => readView(location.search, kpis()).window.to;
  return (
    <Page
      title={props.priority.title}
      period={to() ? monthName(`${to()}-01`) : latest() ? periodName(latest()!) : undefined}
      lead={props.priority.question}
    >
      <Given when={WORDS[props.priority.id]}>{(ids) => <Words ids={ids()} />}</Given>
      <Answered answer={answer} height={900}>
        {() => (
          <Show
            when={kpis().length > 0}
            fallback={<p>No KPI belongs to this page yet. An analyst adds one as a file in the KPI folder.</p>}
          >
            <FamilyFigures kpis={kpis()} priority={props.priority.id} />
          </Show>
        )}
      </Answered>
    </Page>
  );
}

function FamilyFigures(props: { kpis: readonly KpiSummary[]; priority: string }) {
  const state = createView(() => props.kpis);
  const { view } = state;
  const ids = createMemo(() => props.kpis.map((kpi) => kpi.id).filter((id) => !view().kpi || id === view().kpi));
  const kpi = (id: string) => props.kpis.find((one) => one.id === id);
  const parts = createFigures<UnusualParts>(() => '/parts');
  const feature = () => featureOf(props.priority, props.kpis);
  return (
    <>
      <ViewControls kpis={props.kpis} state={state} />
      <Given when={view().kpi ? undefined : feature()}>
        {(shown) => (
          // Above the first trend, and asked after it: two questions at once would make both wait.
          <Below.Provider value>
            <Breakdown feature={shown()} kpi={kpi(shown().kpi)!} view={view()} address={state.address} />
          </Below.Provider>
        )}
      </Given>
      <Show when={!view().kpi && props.kpis.some(({ covered }) => covered)}>
        <Switch>
          <Match when={props.priority === 'mace'}>
            <Overlaps on={view().on} onChange={(on) => state.change({ on })} />
          </Match>
          <Match when={props.priority === 'repeat-concerns'}>
            <RepeatCurve
              id={view().curve ?? 'concern'}
              onChange={(id) => state.change({ curve: id === 'concern' ? undefined : id })}
            />
          </Match>
          <Match when={props.priority === 'ppn'}>
            <TriageFlow view={view()} />
          </Match>
        </Switch>
      </Show>
      <For each={ids()}>
        {(id, i) => (
          <Given when={kpi(id)}>
            {(one) => {
              const section = () => (
                <KpiSection kpi={one()} view={view()} address={state.address} parts={parts.data()} />
              );
              return i() === 0 ? section() : <Later height={520}>{section()}</Later>;
            }}
          </Given>
        )}
      </For>
    </>
  );
}
