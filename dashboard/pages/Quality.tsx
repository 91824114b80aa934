import { Show } from 'solid-js';
import { createAnswer } from '../api/answer.ts';
import { useLive } from '../api/live.ts';
import { ofSnapshot } from '../api/paths.ts';
import type { Extract, KpiSummary, Quality } from '../api/shapes.ts';
import { Answered } from '../components/Answered.tsx';
import { Given } from '../components/Given.tsx';
import { Page } from '../components/Page.tsx';
import { Skeleton } from '../components/Skeleton.tsx';
import { counted } from '../words/numbers.ts';
import { Counts } from './quality/Counts.tsx';
import { Effect } from './quality/Effect.tsx';
import { Feeds } from './quality/Feeds.tsx';
import { Links } from './quality/Links.tsx';
import { Rules } from './quality/Rules.tsx';

/** How far the figures can be trusted: how fresh, how complete, how well joined. */
export default function QualityPage() {
  const { pinned } = useLive();
  const asPinned = (path: string) => (pinned() ? ofSnapshot(path, pinned()!) : path);
  const extracts = createAnswer<Extract[]>(() => asPinned('/extracts'), { every: true });
  const quality = createAnswer<Quality>(() => asPinned('/quality'), { every: true });
  const kpis = createAnswer<KpiSummary[]>(() => asPinned('/kpis'));
  return (
    <Page title="Data quality" lead={extracts.data() && inShort(extracts.data()!)}>
      <Given when={quality.data()} fallback={<Show when={!quality.error()} children={<Skeleton height={280} />} />}>
        {(data) => <Effect extracts={extracts.data() ?? []} counts={data().extracts} kpis={kpis.data() ?? []} />}
      </Given>
      <Answered answer={extracts} height={360}>
        {(data) => <Feeds extracts={data()} />}
      </Answered>
      <Answered answer={quality} height={700}>
        {(data) => (
          <>
            <Counts extracts={data().extracts} />
            <Links links={data().links} methods={data().link_methods} />
            <Rules rules={data().rules} extracts={data().extracts} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function inShort(extracts: readonly Extract[]): string {
  const late = extracts.filter((extract) => extract.state !== 'up to date').length;
  const refused = extracts.reduce((sum, extract) => sum + extract.refused, 0);
  const feeds =
    late === 0
      ? 'Every extract is up to date.'
      : `${counted(late, 'extract is', 'extracts are')} late or was never received.`;
  return `${feeds} ${refused === 0 ? 'No file was refused.' : `${counted(refused, 'file was', 'files were')} refused.`}`;
}
