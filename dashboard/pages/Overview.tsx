import { createMemo, onMount, Show } from 'solid-js';
import { createAnswer } from '../api/answer.ts';
import { useLive } from '../api/live.ts';
import type { Extract, KpiSummary, Listed, UnusualParts } from '../api/shapes.ts';
import { Answered } from '../components/Answered.tsx';
import { Page } from '../components/Page.tsx';
import { monthName } from '../words/dates.ts';
import { Board } from './overview/Board.tsx';
import { DataUpTo } from './overview/DataUpTo.tsx';
import { Headlines } from './overview/Headlines.tsx';
import { headlines } from './overview/headlines.ts';
import { WhatToKnow } from './overview/WhatToKnow.tsx';
import { Given } from '../components/Given.tsx';

/** The first page: what an executive reads in a minute, on one screen and one sheet of paper. */
export function Overview() {
  const live = useLive();
  const kpis = createAnswer<KpiSummary[]>(() => '/kpis');
  const extracts = createAnswer<Extract[]>(() => '/extracts');
  const decisions = createAnswer<Listed[]>(() => '/decisions');
  const parts = createAnswer<UnusualParts>(() => '/parts');
  const groups = createMemo(() => headlines(live.snapshot()?.partnership.priorities ?? [], kpis.data() ?? []));
  const newest = createMemo(() =>
    groups()
      .flatMap((group) => group.kpis.flatMap((kpi) => kpi.latest?.to ?? []))
      .toSorted()
      .at(-1),
  );
  // The charts of the other pages arrive while this one is read.
  onMount(() => setTimeout(() => void import('./Family.tsx').then(() => import('../charts/plots.ts')), 2_000));

  return (
    <Page title="Overview" period={newest() && monthName(newest()!)}>
      <Answered answer={kpis} height={640}>
        {() => (
          <Show when={groups().length > 0} fallback={<p>This snapshot holds no KPIs.</p>}>
            <WhatToKnow
              kpis={groups().flatMap((group) => group.kpis)}
              extracts={extracts.data() ?? []}
              parts={parts.data()}
            />
            <Headlines groups={groups()} />
          </Show>
        )}
      </Answered>
      <Answered answer={extracts} height={56}>
        {(data) => <DataUpTo extracts={data()} />}
      </Answered>
      <Given when={decisions.data()}>{(listed) => <Board listed={listed()} />}</Given>
    </Page>
  );
}
