import { createEffect, type JSX, onMount, Show } from 'solid-js';

const SERVICE = 'Safeguarding dashboard';
let first = true;

interface PageProps {
  title: string;
  /** The period that the figures are for, as people write it. */
  period?: string | undefined;
  lead?: JSX.Element;
  /** What stands beside the heading: a control that all of the page depends on. */
  beside?: JSX.Element;
  children: JSX.Element;
}

/** A page: its title in the window, one h1, and the focus on it after navigation (not when the site is first opened). */
export function Page(props: PageProps) {
  let heading!: HTMLHeadingElement;
  createEffect(() => {
    document.title = [props.title, props.period, SERVICE].filter(Boolean).join(' - ');
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
