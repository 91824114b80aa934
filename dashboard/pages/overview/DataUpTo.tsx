import { Index, Show } from 'solid-js';
import type { Extract } from '../../api/shapes.ts';
import { longDate } from '../../words/dates.ts';
import { byAgency } from './by-agency.ts';

/** How fresh each agency's data is, on the same screen as the figures made from it. */
export const DataUpTo = (props: { extracts: readonly Extract[] }) => (
  <section class="data-up-to" aria-labelledby="data-up-to">
    <h2 id="data-up-to">Data up to</h2>
    <dl>
      <Index each={byAgency(props.extracts)}>
        {(agency) => (
          <div>
            <dt>{agency().title}</dt>
            <Index each={agency().extracts}>
              {(extract) => (
                <dd data-state={extract().state}>
                  <span>{extract().title}</span> <strong>{extract().covered ? longDate(extract().covered!.to) : 'Nothing received'}</strong>
                  <Show when={extract().state === 'late' && extract().due}>
                    <span class="status-mark">Late: was due {longDate(extract().due!)}</span>
                  </Show>
                </dd>
              )}
            </Index>
          </div>
        )}
      </Index>
    </dl>
  </section>
);
