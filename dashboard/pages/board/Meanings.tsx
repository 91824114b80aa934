import { For } from 'solid-js';
import type { Pack } from '../../../etl/disclosure/pack/pack.ts';
import { termsIn } from './terms.ts';
import { rulesInWords } from './words.ts';

/** How each measure is counted, what is withheld, and what the words mean. */
export const Meanings = (props: { pack: Pack }) => (
  <>
    <section class="sheet" aria-labelledby="pack-definitions">
      <h2 id="pack-definitions">Definitions used</h2>
      <dl class="glossary">
        <For each={props.pack.measures}>
          {(one) => (
            <div>
              <dt>{one.title}</dt>
              <dd>{one.definition}</dd>
            </div>
          )}
        </For>
        <div>
          <dt>What is withheld</dt>
          <dd>{rulesInWords(props.pack)}</dd>
        </div>
        <div>
          <dt>What is shown</dt>
          <dd>
            A period is shown once it is complete. A percentage moves by points, never by per cent. Figures come from
            the agencies' files alone.
          </dd>
        </div>
      </dl>
    </section>
    <section aria-labelledby="pack-glossary">
      <h2 id="pack-glossary">Glossary</h2>
      <dl class="glossary">
        <For each={termsIn(props.pack.measures.flatMap(({ title, definition }) => [title, definition]))}>
          {({ term, means }) => (
            <div>
              <dt>{term}</dt>
              <dd>{means}</dd>
            </div>
          )}
        </For>
      </dl>
    </section>
  </>
);
