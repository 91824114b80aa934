/** The index of the place nearest to a horizontal position, or undefined when there is none. */
export function nearest(places: readonly { left: number }[], left: number): number | undefined {
  if (places.length === 0) return undefined;
  return places.reduce(
    (best, place, i) => (Math.abs(place.left - left) < Math.abs(places[best]!.left - left) ? i : best),
    0,
  );
}

/** Where a key leads from a point: an index, undefined to leave the points, 'stay' for a key that is none of ours. */
export function step(key: string, at: number | undefined, count: number): number | undefined | 'stay' {
  if (count === 0) return 'stay';
  const last = count - 1;
  switch (key) {
    case 'ArrowRight':
      return Math.min((at ?? -1) + 1, last);
    case 'ArrowLeft':
      return Math.max((at ?? count) - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'Escape':
      return at === undefined ? 'stay' : undefined;
    default:
      return 'stay';
  }
}
