import { useLocation } from '@solidjs/router';
import { Index, Show } from 'solid-js';
import { keptIn } from '../../api/view.ts';
import { statusKey } from '../../words/sentences.ts';
import type { Group } from './headlines.ts';
import { HeadlineRow } from './HeadlineRow.tsx';

const notFinal = (groups: readonly Group[]) =>
  groups.flatMap((group) => group.kpis.flatMap(({ latest }) => (latest && latest.status !== 'final' ? latest : [])));

/** One table for everything: what, how much, when, how it moved, whether that is unusual, where it has been. */
export function Headlines(props: { groups: readonly Group[]; to: string | undefined }) {
  const location = useLocation();
  return (
    <>
      <table class="headlines">
        <caption>Headline figures</caption>
        <thead>
          <tr>
            <th scope="col">KPI</th>
            <th scope="col">Latest</th>
            <th scope="col">Target</th>
            <th scope="col">On last year</th>
            <th scope="col">Is it unusual?</th>
            <th scope="col">Last 24 months</th>
          </tr>
        </thead>
        <Index each={props.groups}>
          {(group) => (
            <tbody>
              <tr class="headlines-group">
                <th scope="rowgroup" colspan="6">
                  <a href={keptIn(`/${group().priority.id}`, location.search)}>{group().priority.title}</a>
                </th>
              </tr>
              <Index each={group().kpis}>{(kpi) => <HeadlineRow kpi={kpi()} to={props.to} />}</Index>
            </tbody>
          )}
        </Index>
      </table>
      <Show when={notFinal(props.groups).length > 0}>
        <p class="key">{statusKey(notFinal(props.groups))}</p>
      </Show>
    </>
  );
}
