import { useLocation, useParams } from '@solidjs/router';
import { createMemo, Show } from 'solid-js';
import { createFigures } from '../api/figures.ts';
import { useLive } from '../api/live.ts';
import { may, me } from '../api/session.ts';
import type { KpiSummary, UnusualParts } from '../api/shapes.ts';
import { keptIn } from '../api/view.ts';
import { Answered } from '../components/Answered.tsx';
import { Later } from '../components/Later.tsx';
import { Page } from '../components/Page.tsx';
import { Given } from '../components/Given.tsx';
import { periodName } from '../words/dates.ts';
import { KpiSection } from './family/KpiSection.tsx';
import { createView } from './family/view-state.ts';
import { ViewControls } from './family/ViewControls.tsx';
import { Funnel } from './measure/Funnel.tsx';
import { MeasureLineage } from './measure/MeasureLineage.tsx';
import { OwnReferences } from './measure/OwnReferences.tsx';
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
  const location = useLocation();
  const answer = createFigures<KpiSummary[]>(() => '/kpis');
  const kpi = createMemo(() => answer.data()?.find(({ id }) => id === props.id));
  const family = () => live.snapshot()?.partnership.priorities.find(({ id }) => id === kpi()?.priority);
  return (
    <Show when={kpi() || !answer.data()} fallback={<NotFound />}>
      <Page
        title={kpi()?.title ?? 'KPI'}
        period={kpi()?.latest ? periodName(kpi()!.latest!) : undefined}
        lead={
          <>
            {kpi()?.question}{' '}
            <Given when={family()}>
              {(one) => <a href={keptIn(`/${one().id}`, location.search)}>More on {one().title}</a>}
            </Given>
          </>
        }
      >
        <Answered answer={answer} height={900}>
          {() => <Given when={kpi()}>{(one) => <MeasureFigures kpi={one()} />}</Given>}
        </Answered>
      </Page>
    </Show>
  );
}

function MeasureFigures(props: { kpi: KpiSummary }) {
  const state = createView(() => [props.kpi]);
  // Only shares can be compared; a page compares by what it is split by, else by town.
  const compared = () =>
    props.kpi.unit === 'percent' && props.kpi.splits.find(({ id }) => id === (state.view().by ?? 'town'));
  const parts = createFigures<UnusualParts>(() => '/parts');
  return (
    <>
      <ViewControls kpis={[props.kpi]} state={state} />
      <KpiSection kpi={props.kpi} view={state.view()} address={state.address} parts={parts.data()} whole />
      <Later height={900}>
        <Splits kpi={props.kpi} view={state.view()} address={state.address} />
        <Given when={compared()}>{(by) => <Funnel kpi={props.kpi} by={by()} view={state.view()} />}</Given>
        <Show when={me() && may('POST /api/lists')}>
          <OwnReferences kpi={props.kpi} view={state.view()} />
        </Show>
        <MeasureQuality kpi={props.kpi} />
        <MeasureLineage kpi={props.kpi} />
      </Later>
    </>
  );
}
