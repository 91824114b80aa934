import { createEffect, type JSX, onMount, Show } from 'solid-js';
import { useLive } from '../api/live.ts';
import type { Snapshot } from '../api/shapes.ts';
import { dayAndTime } from '../words/dates.ts';
import { createRunningHead } from './running-head.ts';

const SERVICE = 'Safeguarding dashboard';
let first = true;

interface PageProps {
  title: string;
  /** The period that the figures are for, as people write it. */
  period?: string | undefined;
  /** The snapshot that its figures are from, where it is not the one of the other pages. */
  from?: Pick<Snapshot, 'number' | 'built_at'> | undefined;
  lead?: JSX.Element;
  /** What stands beside the heading: a control that all of the page depends on. */
  beside?: JSX.Element;
  children: JSX.Element;
}

/** A page: its title in the window, one h1, and the focus on it after navigation (not when the site is first opened). */
export function Page(props: PageProps) {
  let heading!: HTMLHeadingElement;
  const live = useLive();
  createEffect(() => {
    document.title = [props.title, props.period, SERVICE].filter(Boolean).join(' - ');
  });
  createRunningHead(() => {
    const partnership = live.snapshot()?.partnership;
    const from = props.from ?? live.snapshot();
    return {
      whose: partnership && `${partnership.name}${partnership.synthetic ? ': invented children' : ''}`,
      what: [props.title, props.period].filter(Boolean).join(', '),
      snapshot: from && `Snapshot ${from.number}, built ${dayAndTime(from.built_at)}`,
    };
  });
  onMount(() => {
    if (!first) heading.focus();
    first = false;
  });
  return (
    <>
      <div class="page-head">
        <h1 ref={heading} tabindex="-1">
          {props.title}
        </h1>
        {props.beside}
      </div>
      <Show when={props.lead}>
        <p class="lead">{props.lead}</p>
      </Show>
      {props.children}
    </>
  );
}
