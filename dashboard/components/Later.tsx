import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import { Below, whenIdle } from '../api/turn.ts';
import { Skeleton } from './Skeleton.tsx';

/**
 * What stands further down a page: asked for and drawn once the page is at rest, so that its first picture does not wait for it, and
 * asked again after what stands above when the view changes.
 */
export function Later(props: { height: number; children: JSX.Element }) {
  const [now, setNow] = createSignal(false);
  onCleanup(whenIdle(() => setNow(true)));
  return (
    <Show when={now()} fallback={<Skeleton height={props.height} />}>
      <Below.Provider value>{props.children}</Below.Provider>
    </Show>
  );
}
