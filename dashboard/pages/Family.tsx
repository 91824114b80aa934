// Pages: one file a page, and beside it the parts that only it uses.
import { useLocation, useNavigate, useParams } from '@solidjs/router';
import { createEffect, createMemo, For, Match, on, Show, Switch } from 'solid-js';
import { createAnswer } from '../api/answer.ts';
import { useLive } from '../api/live.ts';
import { inOrder } from '../api/order.ts';
import type { KpiSummary, Snapshot } from '../api/shapes.ts';
import { allSplits, readView, type View, writeView } from '../api/view.ts';
import { announce } from '../components/announce.ts';
import { Answered } from '../components/Answered.tsx';
import { Page } from '../components/Page.tsx';
import { Words } from '../components/Words.tsx';
import { periodName } from '../words/dates.ts';
import { filterInWords, viewInWords } from '../words/sentences.ts';
import { Breakdown } from './family/Breakdown.tsx';
import { featureOf, WORDS } from './family/features.ts';
import { KpiSection } from './family/KpiSection.tsx';
import { Overlaps } from './family/Overlaps.tsx';
import { RepeatCurve } from './family/RepeatCurve.tsx';
import { TriageFlow } from './family/TriageFlow.tsx';
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
  const answer = createAnswer<KpiSummary[]>(() => '/kpis');
  const kpis = createMemo(() => inOrder(answer.data()?.filter((kpi) => kpi.priority === props.priority.id) ?? []));
  const latest = () => kpis().find((kpi) => kpi.latest)?.latest;
  return (
    <Page
      title={props.priority.title}
      period={latest() ? periodName(latest()!) : undefined}
      lead={props.priority.question}
    >
      <Show when={WORDS[props.priority.id]}>{(ids) => <Words ids={ids()} />}</Show>
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
  const location = useLocation();
  const navigate = useNavigate();
  const view = createMemo(() => readView(location.search, props.kpis));
  const splits = createMemo(() => allSplits(props.kpis));
  const titles = createMemo(() => new Map(splits().map((split) => [split.id, split.title])));
  const ids = createMemo(() => props.kpis.map((kpi) => kpi.id).filter((id) => !view().kpi || id === view().kpi));
  const kpi = (id: string) => props.kpis.find((one) => one.id === id);
  const feature = () => featureOf(props.priority, props.kpis);
  const filter = () => filterInWords(view().where, titles());
  const shown = createMemo(() => viewInWords(view(), kpi(view().kpi ?? '')?.title, titles()));
  const change = (part: Partial<View>) =>
    navigate(`${location.pathname}${writeView({ ...view(), ...part })}`, { scroll: false });

  createEffect(
    on(shown, (words) => announce('point', words), {
      defer: true,
    }),
  );
  return (
    <>
      <ViewControls kpis={props.kpis} splits={splits()} view={view()} filter={filter()} onChange={change} />
      <Show when={view().kpi ? undefined : feature()}>
        {(shown) => <Breakdown feature={shown()} kpi={kpi(shown().kpi)!} view={view()} />}
      </Show>
      <Show when={!view().kpi && props.kpis.some(({ covered }) => covered)}>
        <Switch>
          <Match when={props.priority === 'mace'}>
            <Overlaps />
          </Match>
          <Match when={props.priority === 'repeat-concerns'}>
            <RepeatCurve />
          </Match>
          <Match when={props.priority === 'ppn'}>
            <TriageFlow where={view().where} />
          </Match>
        </Switch>
      </Show>
      <For each={ids()}>{(id) => <Show when={kpi(id)}>{(one) => <KpiSection kpi={one()} view={view()} />}</Show>}</For>
    </>
  );
}
