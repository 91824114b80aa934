import type { JSX } from 'solid-js';

/** A table that may be wider than the screen: it scrolls in its own focusable region, whose name is no section's. */
export const TableRegion = (props: { label: string; children: JSX.Element }) => (
  <div class="table-region" role="region" aria-label={`Table: ${props.label}`} tabindex="0">
    {props.children}
  </div>
);
