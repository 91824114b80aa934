// The overview: one table of headlines, and how fresh the data in it are.
import { Index, Show } from 'solid-js';
import type { Extract } from '../../api/shapes.ts';
import { freshness, freshnessInWords } from '../../words/freshness.ts';

/** How fresh each agency's data are, on the same screen as the figures made from them. */
export const DataUpTo = (props: { extracts: readonly Extract[] }) => (
  <section class="data-up-to" aria-labelledby="data-up-to">
    <h2 id="data-up-to">Data up to</h2>
    <dl>
      <Index each={freshness(props.extracts)}>
        {(one) => (
          <div>
            <dt>{one().agency}</dt>{' '}
            <dd>
              {freshnessInWords(one())}
              <Show when={one().late.length > 0}>
                {' '}
                <strong class="status-mark">Late: {one().late.join(', ')}</strong>
              </Show>
            </dd>
          </div>
        )}
      </Index>
    </dl>
  </section>
);
