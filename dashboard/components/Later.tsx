import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import { Skeleton } from './Skeleton.tsx';

/** No page keeps anything back for longer, however busy it is. */
const AT_MOST_MS = 500;

/** What stands further down a page: asked for and drawn once the page is at rest, so that its first picture does not wait for it. */
export function Later(props: { height: number; children: JSX.Element }) {
  const [now, setNow] = createSignal(false);
  // Safari has no idle callback.
  const idle = globalThis.requestIdleCallback?.(() => setNow(true), { timeout: AT_MOST_MS });
  const timer = idle === undefined ? setTimeout(() => setNow(true), AT_MOST_MS) : undefined;
  onCleanup(() => (idle === undefined ? clearTimeout(timer) : cancelIdleCallback(idle)));
  return (
    <Show when={now()} fallback={<Skeleton height={props.height} />}>
      {props.children}
    </Show>
  );
}
