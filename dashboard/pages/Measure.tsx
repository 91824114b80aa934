import { A, useLocation, useNavigate, useParams } from '@solidjs/router';
import { createEffect, createMemo, on, Show } from 'solid-js';
import { createAnswer } from '../api/answer.ts';
import { useLive } from '../api/live.ts';
import type { KpiSummary } from '../api/shapes.ts';
import { allSplits, readView, type View, writeView } from '../api/view.ts';
import { announce } from '../components/announce.ts';
import { Answered } from '../components/Answered.tsx';
import { Page } from '../components/Page.tsx';
import { periodName } from '../words/dates.ts';
import { filterInWords, viewInWords } from '../words/sentences.ts';
import { KpiSection } from './family/KpiSection.tsx';
import { ViewControls } from './family/ViewControls.tsx';
import { MeasureLineage } from './measure/MeasureLineage.tsx';
import { MeasureQuality } from './measure/MeasureQuality.tsx';
import { Splits } from './measure/Splits.tsx';
import { NotFound } from './NotFound.tsx';

/** Everything about one KPI: its trend, who and where, how it is counted, where it comes from, how good its data are. */
export default function Measure() {
  const params = useParams();
  const answer = createAnswer<KpiSummary[]>(() => '/kpis');
  const id = createMemo(() => answer.data()?.find((kpi) => kpi.id === params.id)?.id);
  return (
    <Answered answer={answer} height={900}>
      {(kpis) => (
        <Show when={id()} keyed fallback={<NotFound />}>
          {(own) => <MeasurePage kpi={kpis().find((kpi) => kpi.id === own)!} />}
        </Show>
      )}
    </Answered>
  );
}

function MeasurePage(props: { kpi: KpiSummary }) {
  const live = useLive();
  const location = useLocation();
  const navigate = useNavigate();
  const view = createMemo(() => readView(location.search, [props.kpi]));
  const splits = createMemo(() => allSplits([props.kpi]));
  const titles = createMemo(() => new Map(splits().map((split) => [split.id, split.title])));
  const address = (part: Partial<View>) => `${location.pathname}${writeView({ ...view(), ...part, kpi: undefined })}`;
  const change = (part: Partial<View>) => navigate(address(part), { scroll: false });
  const family = () => live.snapshot()?.partnership.priorities.find(({ id }) => id === props.kpi.priority);

  createEffect(
    on(
      createMemo(() => viewInWords(view(), props.kpi.title, titles())),
      (words) => announce('point', words),
      { defer: true },
    ),
  );
  return (
    <Page
      title={props.kpi.title}
      period={props.kpi.latest ? periodName(props.kpi.latest) : undefined}
      lead={
        <>
          {props.kpi.question}{' '}
          <Show when={family()}>{(one) => <A href={`/${one().id}`}>More on {one().title.toLowerCase()}</A>}</Show>
        </>
      }
    >
      <ViewControls
        kpis={[props.kpi]}
        splits={splits()}
        view={view()}
        filter={filterInWords(view().where, titles())}
        onChange={change}
      />
      <KpiSection kpi={props.kpi} view={view()} whole />
      <Splits kpi={props.kpi} view={view()} address={address} />
      <MeasureQuality kpi={props.kpi} />
      <MeasureLineage kpi={props.kpi} />
    </Page>
  );
}
