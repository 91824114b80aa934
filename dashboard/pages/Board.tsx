import { useSearchParams } from '@solidjs/router';
import { createMemo, For, Show } from 'solid-js';
import type { Release } from '../../etl/disclosure/release.ts';
import { createAnswer } from '../api/answer.ts';
import { useLive } from '../api/live.ts';
import type { Extract, Released } from '../api/shapes.ts';
import { Answered } from '../components/Answered.tsx';
import { Page } from '../components/Page.tsx';
import { dayAndTime, longDate, periodName } from '../words/dates.ts';
import { MeasureSheet } from './board/MeasureSheet.tsx';
import { NotReleased } from './board/NotReleased.tsx';
import { PackOverview } from './board/Overview.tsx';
import { packMeasures, quarterEnds } from './board/pack.ts';
import { rulesInWords } from './board/words.ts';
import { Feeds } from './quality/Feeds.tsx';

/** The board's papers of a quarter, made for paper, from what is released for the board and nothing else. */
export default function Board() {
  const live = useLive();
  const [asked] = useSearchParams<{ to?: string }>();
  const released = createAnswer<Released[]>(() => '/releases', { every: true });
  const number = createMemo(() => released.data()?.find(({ audience }) => audience === 'board-pack')?.snapshot);
  const release = createAnswer<Release>(() => (number() === undefined ? undefined : '/releases/board-pack'));
  const extracts = createAnswer<Extract[]>(() => '/extracts');
  const ends = createMemo(() => (release.data() ? quarterEnds(release.data()!) : []));
  const to = () => asked.to ?? ends()[0] ?? '';
  const measures = createMemo(() => (release.data() ? packMeasures(release.data()!, to()) : []));
  const period = createMemo(() => {
    const row = measures().find(({ now }) => now)?.now;
    return row && periodName(row);
  });
  return (
    <Page title="Board pack" period={period()}>
      <Answered answer={released} height={900}>
        {() => (
          <Show when={number() !== undefined} fallback={<NotReleased />}>
            <Answered answer={release} height={900}>
              {(data) => (
                <Show when={period()} fallback={<p>Nothing is released for the quarter up to {to()}.</p>}>
                  <div class="board">
                    <p class="marking">OFFICIAL-SENSITIVE</p>
                    <dl class="facts cover">
                      <div>
                        <dt>Partnership</dt>
                        <dd>{live.snapshot()?.partnership.name}</dd>
                      </div>
                      <div>
                        <dt>Period</dt>
                        <dd>{period()}</dd>
                      </div>
                      <div>
                        <dt>Figures</dt>
                        <dd>
                          Snapshot {data().snapshot}, built {dayAndTime(data().built_at)}
                        </dd>
                      </div>
                      <div>
                        <dt>Made on</dt>
                        <dd>{longDate(new Date().toISOString())}</dd>
                      </div>
                    </dl>
                    <PackOverview measures={measures()} period={period()!} />
                    <For each={measures()}>{(measure) => <MeasureSheet measure={measure} />}</For>
                    <div class="sheet">
                      <Answered answer={extracts} height={360}>
                        {(feeds) => <Feeds extracts={feeds()} />}
                      </Answered>
                    </div>
                    <section aria-labelledby="pack-words">
                      <h2 id="pack-words">What the words mean</h2>
                      <p>{rulesInWords(data())}</p>
                      <p>
                        A quarter is shown once it is complete. A percentage moves by points, never by per cent. Figures
                        come from the agencies' files alone.
                      </p>
                    </section>
                  </div>
                </Show>
              )}
            </Answered>
          </Show>
        )}
      </Answered>
    </Page>
  );
}
