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
  // Keyed by id: another KPI is another page, with its own heading to focus.
  return (
    <Show when={params.id} keyed>
      {(id) => <MeasurePage id={id} />}
    </Show>
  );
}

function MeasurePage(props: { id: string }) {
  const live = useLive();
  const answer = createAnswer<KpiSummary[]>(() => '/kpis');
  const kpi = createMemo(() => answer.data()?.find(({ id }) => id === props.id));
  const family = () => live.snapshot()?.partnership.priorities.find(({ id }) => id === kpi()?.priority);
  return (
    <Show when={kpi() || !answer.data()} fallback={<NotFound />}>
      <Page
        title={kpi()?.title ?? 'KPI'}
        period={kpi()?.latest ? periodName(kpi()!.latest!) : undefined}
        lead={
          <>
            {kpi()?.question} <Show when={family()}>{(one) => <A href={`/${one().id}`}>More on {one().title}</A>}</Show>
          </>
        }
      >
        <Answered answer={answer} height={900}>
          {() => <Show when={kpi()}>{(one) => <MeasureFigures kpi={one()} />}</Show>}
        </Answered>
      </Page>
    </Show>
  );
}

function MeasureFigures(props: { kpi: KpiSummary }) {
  const location = useLocation();
  const navigate = useNavigate();
  const view = createMemo(() => readView(location.search, [props.kpi]));
  const splits = createMemo(() => allSplits([props.kpi]));
  const titles = createMemo(() => new Map(splits().map((split) => [split.id, split.title])));
  const shown = createMemo(() => viewInWords(view(), props.kpi.title, titles()));
  const address = (part: Partial<View>) => `${location.pathname}${writeView({ ...view(), ...part, kpi: undefined })}`;

  createEffect(on(shown, (words) => announce('point', words), { defer: true }));
  return (
    <>
      <ViewControls
        kpis={[props.kpi]}
        splits={splits()}
        view={view()}
        filter={filterInWords(view().where, titles())}
        onChange={(part) => navigate(address(part), { scroll: false })}
      />
      <KpiSection kpi={props.kpi} view={view()} whole />
      <Splits kpi={props.kpi} view={view()} address={address} />
      <MeasureQuality kpi={props.kpi} />
      <MeasureLineage kpi={props.kpi} />
    </>
  );
}
