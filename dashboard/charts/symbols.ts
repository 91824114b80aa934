import type { TrendPoint } from '../api/shapes.ts';

type Sense = NonNullable<TrendPoint['unusual']>['sense'];
interface Path {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
}

/** How each sense of an unusual point is drawn: told apart by shape, in print and without colour too. */
export const UNUSUAL: Record<Sense, { symbol: 'triangle' | 'circle' | 'diamond'; fill: string }> = {
  worse: { symbol: 'triangle', fill: 'var(--c-worse)' },
  better: { symbol: 'circle', fill: 'var(--c-better)' },
  higher: { symbol: 'diamond', fill: 'var(--c-changed)' },
  lower: { symbol: 'diamond', fill: 'var(--c-changed)' },
};

/** The chevron in a diamond, up for higher and down for lower: colour and outline are the same. */
const chevron = (up: 1 | -1) => ({
  draw(path: Path, size: number) {
    const r = Math.sqrt(size / Math.PI);
    path.moveTo(-0.4 * r, 0.25 * up * r);
    path.lineTo(0, -0.3 * up * r);
    path.lineTo(0.4 * r, 0.25 * up * r);
  },
});
export const CHEVRONS = { higher: chevron(1), lower: chevron(-1) };

/** The tick on the disc of a point that is better than usual. `size` is the area of its circle. */
export const TICK = {
  draw(path: Path, size: number) {
    const r = Math.sqrt(size / Math.PI);
    path.moveTo(-0.45 * r, 0.02 * r);
    path.lineTo(-0.1 * r, 0.38 * r);
    path.lineTo(0.5 * r, -0.36 * r);
  },
};
