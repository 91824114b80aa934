import { useLocation } from '@solidjs/router';
import { createEffect, ErrorBoundary, on, onMount, type ParentProps } from 'solid-js';

/** A fault in a page takes its figures off the screen: half of an old view under a new address would be read as the new one. */
export const Unbroken = (props: ParentProps) => (
  <ErrorBoundary fallback={(fault, begin) => <Broken fault={fault} begin={begin} />}>{props.children}</ErrorBoundary>
);

function Broken(props: { fault: unknown; begin(): void }) {
  const location = useLocation();
  onMount(() => console.error(props.fault));
  createEffect(
    on(
      () => location.pathname + location.search,
      () => props.begin(),
      { defer: true },
    ),
  );
  return (
    <>
      <h1>This page could not be shown</h1>
      <p>
        The fault is in the dashboard, not in the data: no figure is lost. Load the page again. If it happens again,
        tell an analyst which page and which choices led here.
      </p>
      <button type="button" onClick={() => window.location.reload()}>
        Load the page again
      </button>
    </>
  );
}
