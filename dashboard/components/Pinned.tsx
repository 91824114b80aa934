import { useLocation } from '@solidjs/router';
import { Show } from 'solid-js';
import { useLive } from '../api/live.ts';
import { Given } from './Given.tsx';

/** Which snapshot is shown, and whether the address holds on to it. */
export function Pinned(props: { number: number; built: string }) {
  const live = useLive();
  const location = useLocation();
  const latest = () => {
    const query = new URLSearchParams(location.search);
    query.delete('as_at');
    return `${location.pathname}${query.size > 0 ? `?${query}` : ''}`;
  };
  return (
    <>
      Snapshot {props.number}
      {live.pinned() ? ', pinned' : ''}, built {props.built}
      <Show when={live.pinned()}>
        . <a href={latest()}>Show the latest</a>
      </Show>
      <Given when={live.unknown()}>
        {(number) => <>. The address asked for snapshot {number()}, which is not here: this is the latest.</>}
      </Given>
    </>
  );
}
