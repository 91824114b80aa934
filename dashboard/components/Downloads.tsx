import type { JSX } from 'solid-js';
import { useLive } from '../api/live.ts';
import { ofSnapshot } from '../api/paths.ts';

interface DownloadsProps {
  /** The address under /api of what the figure shows. */
  path: string;
  /** The name of the figure. */
  of: string;
  children?: JSX.Element;
}

/** A figure as CSV, of the snapshot that the page shows, and what its columns are. */
export function Downloads(props: DownloadsProps) {
  const live = useLive();
  const address = (format: 'csv' | 'key') =>
    `/api${ofSnapshot(`${props.path}${props.path.includes('?') ? '&' : '?'}format=${format}`, live.number()!)}`;
  return (
    <p class="downloads">
      <a href={address('csv')} download="">
        Download CSV<span class="visually-hidden">: {props.of}</span>
      </a>
      <a href={address('key')} download="">
        Key to its columns<span class="visually-hidden">: {props.of}</span>
      </a>
      {props.children}
    </p>
  );
}
