import { createUniqueId, For } from 'solid-js';
import { GLOSSARY, type Term } from '../words/glossary.ts';

/** Words that a page uses, each with a button that says what it means. */
export const Words = (props: { ids: readonly string[] }) => (
  <p class="words">
    <For each={props.ids.flatMap((id) => GLOSSARY.find((term) => term.id === id) ?? [])}>
      {(term) => <Explained term={term} />}
    </For>
  </p>
);

/** A word and a button after it: what it means, in a native popover that Escape closes. The same text stands in the glossary. */
function Explained(props: { term: Term }) {
  const popover = createUniqueId();
  return (
    <span>
      {props.term.term}
      <button type="button" class="term" popovertarget={popover} aria-label={`What is ${props.term.term}?`}>
        ?
      </button>
      <span class="term-means" id={popover} popover="auto">
        <strong>{props.term.term}.</strong> {props.term.means} <a href={`/glossary#${props.term.id}`}>Glossary</a>
      </span>
    </span>
  );
}
