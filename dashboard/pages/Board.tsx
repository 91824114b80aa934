import { useLocation } from '@solidjs/router';
import { createMemo, Show } from 'solid-js';
import type { Pack as Papers } from '../../etl/disclosure/pack/pack.ts';
import { createAnswer } from '../api/answer.ts';
import { useLive } from '../api/live.ts';
import type { Released } from '../api/shapes.ts';
import { Answered } from '../components/Answered.tsx';
import { Page } from '../components/Page.tsx';
import { periodName } from '../words/dates.ts';
import { NotReleased } from './board/NotReleased.tsx';
import { Pack } from './board/Pack.tsx';
import { PeriodChoice } from './board/PeriodChoice.tsx';
import { packPath } from './board/path.ts';

/** The board's papers of a period, made for paper, from what is released for the board and nothing else. */
export default function Board() {
  const live = useLive();
  const location = useLocation();
  const released = createAnswer<Released[]>(() => '/releases', { every: true });
  // What is being read stays, whatever is released meanwhile; newer figures are asked for.
  const shown = createMemo<{ at?: number | undefined; number?: number | undefined }>((before) => {
    const number = released.data()?.find(({ audience }) => audience === 'board-pack')?.snapshot;
    return before.number !== undefined && before.at === live.number() ? before : { at: live.number(), number };
  }, {});
  const pack = createAnswer<Papers>(() => {
    const { number } = shown();
    return number === undefined ? undefined : packPath(location.search, number);
  });
  const from = () => pack.data() && { number: pack.data()!.snapshot, built_at: pack.data()!.built_at };
  return (
    <Page title="Board pack" period={pack.data() && periodName(pack.data()!.period)} from={from()}>
      <Answered answer={released} height={900}>
        {() => (
          <Show when={shown().number !== undefined} fallback={<NotReleased />}>
            <Answered answer={pack} height={900}>
              {(data) => (
                <>
                  <PeriodChoice pack={data()} />
                  <Show when={data().snapshot !== live.number()}>
                    <p class="note">
                      These papers are of snapshot {data().snapshot}. The other pages show snapshot {live.number()},
                      which is not released for the board.
                    </p>
                  </Show>
                  <Pack pack={data()} />
                </>
              )}
            </Answered>
          </Show>
        )}
      </Answered>
    </Page>
  );
}
