import { useLocation, useNavigate, useSearchParams } from '@solidjs/router';
import { createMemo, Show } from 'solid-js';
import { createAnswer } from '../api/answer.ts';
import { createFigures } from '../api/figures.ts';
import type { Changes as Answer, Extract, Listed } from '../api/shapes.ts';
import { pinnedIn } from '../api/view.ts';
import { Answered } from '../components/Answered.tsx';
import { Page } from '../components/Page.tsx';
import { basisInWords, changesInShort } from '../words/changes.ts';
import { longDate } from '../words/dates.ts';
import { Definitions } from './changes/Definitions.tsx';
import { Faults } from './changes/Faults.tsx';
import { Figures } from './changes/Figures.tsx';
import { Parts } from './changes/Parts.tsx';
import { Signals } from './changes/Signals.tsx';
import { Unjudged } from './changes/Unjudged.tsx';
import { SinceChoice } from './changes/SinceChoice.tsx';
import { meetingsHeld } from './overview/know.ts';

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

const sinceAddress = (search: string, since: string | undefined): string =>
  pinnedIn('/changes', search, since ? { since } : {});

/** What is not as it was at a meeting: what is said of KPIs, their figures, their definitions, the data. */
export default function Changes() {
  const [asked] = useSearchParams<{ since?: string }>();
  const navigate = useNavigate();
  const location = useLocation();
  const day = () => (asked.since && isDay(asked.since) ? asked.since : undefined);
  const changes = createFigures<Answer>(() => `/changes${day() ? `?since=${day()}` : ''}`);
  const extracts = createFigures<Extract[]>(() => '/extracts');
  const decisions = createAnswer<Listed[]>(() => '/decisions');
  const meetings = createMemo(() => meetingsHeld(decisions.data() ?? [], new Date().toISOString().slice(0, 10)));
  const titles = createMemo(() => new Map(extracts.data()?.map(({ id, title }) => [id, title])));
  const kpis = createMemo(() => new Map(changes.data()?.kpis.map((kpi) => [kpi.id, kpi])));
  const go = (to: string) =>
    navigate(sinceAddress(location.search, to === meetings()[0] ? undefined : to), { replace: true, scroll: false });
  const since = () => changes.data()?.since;
  return (
    <Page title="What changed" period={since() ? `since ${longDate(since()!)}` : undefined}>
      <Answered answer={changes} height={900}>
        {(data) => (
          <>
            <Show when={meetings().length > 0 || data().since}>
              <div class="controls-row">
                <SinceChoice meetings={meetings()} since={data().since} onChange={go} />
              </div>
            </Show>
            <Show when={asked.since && !day()}>
              <p class="showing">
                This address asked for something that is not here, which was left out: since={asked.since}.
              </p>
            </Show>
            <p>{basisInWords(data())}</p>
            <Show when={data().before}>
              <p class="lead">{changesInShort(data())}</p>
              <Signals changes={data()} kpis={kpis()} />
              <Parts changes={data()} kpis={kpis()} />
              <Unjudged changes={data()} kpis={kpis()} />
              <Figures changes={data()} kpis={kpis()} titles={titles()} />
              <Definitions changes={data()} kpis={kpis()} />
              <Faults changes={data()} titles={titles()} />
            </Show>
          </>
        )}
      </Answered>
    </Page>
  );
}
