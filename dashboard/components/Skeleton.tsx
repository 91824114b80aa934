/** Holds the place of what is on its way, so that nothing jumps when it arrives. */
export const Skeleton = (props: { height: number }) => (
  <div class="skeleton" style={{ height: `${props.height}px` }}>
    <p>Loading figures…</p>
  </div>
);
