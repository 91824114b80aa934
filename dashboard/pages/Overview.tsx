import { useLocation, useNavigate, useSearchParams } from '@solidjs/router';
import { createMemo, onMount, Show } from 'solid-js';
import { createAnswer } from '../api/answer.ts';
import { createFigures } from '../api/figures.ts';
import { useLive } from '../api/live.ts';
import type { Extract, KpiSummary, Listed, UnusualParts } from '../api/shapes.ts';
import { pinnedIn } from '../api/view.ts';
import { Answered } from '../components/Answered.tsx';
import { Choice } from '../components/Choice.tsx';
import { Page } from '../components/Page.tsx';
import { monthName } from '../words/dates.ts';
import { Board } from './overview/Board.tsx';
import { DataUpTo } from './overview/DataUpTo.tsx';
import { Headlines } from './overview/Headlines.tsx';
import { headlines } from './overview/headlines.ts';
import { monthAsked, monthsOffered } from './overview/months.ts';
import { WhatToKnow } from './overview/WhatToKnow.tsx';
import { Given } from '../components/Given.tsx';

/** The first page: what an executive reads in a minute, on one screen and one sheet of paper. */
export function Overview() {
  const live = useLive();
  const location = useLocation();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ to?: string }>();
  const kpis = createFigures<KpiSummary[]>((): string => `/kpis${month() ? `?to=${month()}` : ''}`);
  const months = createMemo((): string[] | undefined => kpis.data() && monthsOffered(kpis.data()!));
  const asked = createMemo(() => monthAsked(search.to, months()));
  const month = () => asked().month;
  const extracts = createFigures<Extract[]>(() => '/extracts');
  const decisions = createAnswer<Listed[]>(() => '/decisions');
  const parts = createFigures<UnusualParts>(() => '/parts');
  const groups = createMemo(() => headlines(live.snapshot()?.partnership.priorities ?? [], kpis.data() ?? []));
  const shown = () => month() ?? months()?.[0];
  const go = (to: string) => {
    navigate(pinnedIn('/', location.search, to === months()?.[0] ? {} : { to }), { scroll: false });
  };
  // The charts of the other pages arrive while this one is read.
  onMount(() => setTimeout(() => void import('./Family.tsx').then(() => import('../charts/plots.ts')), 2_000));

  return (
    <Page
      title="Overview"
      period={shown() && monthName(`${shown()}-01`)}
      beside={
        <Show when={months()?.length}>
          <Given when={month()}>
            {(to) => <p class="as-at">As known today; signals rest on months up to {monthName(`${to()}-01`)}.</p>}
          </Given>
          <Choice label="Month" value={shown()!} onChange={go}>
            {months()!.map((id) => ({ id, title: monthName(`${id}-01`) }))}
          </Choice>
        </Show>
      }
    >
      <Given when={asked().ignored}>
        {(ignored) => (
          <p class="showing">This address asked for something that is not here, which was left out: {ignored()}.</p>
        )}
      </Given>
      <Answered answer={kpis} height={640}>
        {() => (
          <Show when={groups().length > 0} fallback={<p>This snapshot holds no KPIs.</p>}>
            <div class="figures-of-month" aria-busy={kpis.stale()}>
              <WhatToKnow
                kpis={groups().flatMap((group) => group.kpis)}
                extracts={extracts.data() ?? []}
                parts={parts.data()}
                to={month()}
              />
              <Headlines groups={groups()} to={month()} />
            </div>
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
