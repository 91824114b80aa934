import { useLocation } from '@solidjs/router';
import { For, onMount } from 'solid-js';
import { Page } from '../components/Page.tsx';
import { GLOSSARY } from '../words/glossary.ts';

const inOrder = GLOSSARY.toSorted((a, b) => a.term.localeCompare(b.term, 'en-GB'));

/** What the words of the pages mean. A link to `#rhi` leads to its word. */
export default function Glossary() {
  const location = useLocation();
  onMount(() => {
    const asked = location.hash.slice(1);
    if (asked) document.getElementById(asked)?.scrollIntoView();
  });
  return (
    <Page title="Glossary" lead="What the words on these pages mean.">
      <dl class="glossary">
        <For each={inOrder}>
          {({ id, term, means }) => (
            <div id={id}>
              <dt>{term}</dt>
              <dd>{means}</dd>
            </div>
          )}
        </For>
      </dl>
    </Page>
  );
}
