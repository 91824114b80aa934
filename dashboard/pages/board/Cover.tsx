import { For, Show } from 'solid-js';
import type { Pack } from '../../../etl/disclosure/pack/pack.ts';
import type { Snapshot } from '../../api/shapes.ts';
import { dayAndTime, longDate } from '../../words/dates.ts';

interface CoverProps {
  pack: Pack;
  partnership: Snapshot['partnership'] | undefined;
  period: string;
  contents: readonly { id: string; title: string }[];
}

/** Whose papers these are, of when, from which figures, and what is in them. */
export const Cover = (props: CoverProps) => (
  <>
    <Show when={props.partnership?.synthetic}>
      <p class="on-paper">
        <strong>Invented children: demo partnership.</strong> No figure here is about a real child.
      </p>
    </Show>
    <dl class="facts cover">
      <div>
        <dt>Partnership</dt>
        <dd>{props.partnership?.name}</dd>
      </div>
      <div>
        <dt>Period</dt>
        <dd>{props.period}</dd>
      </div>
      <div>
        <dt>Figures</dt>
        <dd>
          Snapshot {props.pack.snapshot}, built {dayAndTime(props.pack.built_at)}
        </dd>
      </div>
      <div>
        <dt>Made on</dt>
        <dd>{longDate(props.pack.made_on)}</dd>
      </div>
    </dl>
    <nav aria-label="Contents">
      <h2>Contents</h2>
      <ol>
        <For each={props.contents}>
          {({ id, title }) => (
            <li>
              <a href={`#${id}`}>
                {title}
                <span class="visually-hidden"> in this pack</span>
              </a>
            </li>
          )}
        </For>
      </ol>
    </nav>
  </>
);
