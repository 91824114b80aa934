import { Show } from 'solid-js';
import type { UnusualParts } from '../../api/shapes.ts';
import { SenseShape } from '../../components/SignalMark.tsx';
import { capital } from '../../words/letters.ts';
import { gravest, partsInWords } from '../../words/parts.ts';

/** Which parts of a KPI are unusual, and the way to them; nothing where none is. */
export const PartsNote = (props: { parts: UnusualParts['parts'][number]; address: string }) => (
  <Show when={props.parts.unusual.length > 0}>
    <p class="signal">
      <SenseShape sense={gravest([props.parts])} /> {capital(partsInWords(props.parts))}.{' '}
      <a href={props.address}>See by {props.parts.by.title.toLowerCase()}</a>
    </p>
  </Show>
);
