import type { Decisions } from './decisions.ts';
import type { Figure } from './figure.ts';

/** Something to draw at a date, numbered in order of date. */
export interface Mark {
  number: number;
  kind: 'event' | 'rebase' | 'target';
  on: string;
  /** The period that holds the day; null where none does. */
  period: string | null;
  title: string;
  owner: string;
}

/** Everything that people have noted about a series, in order of date. */
export function marksOf(figures: readonly Figure[], { rebases, targets, events }: Decisions): Mark[] {
  const unnumbered = [
    ...events.map(({ on, title, owner }) => ({ kind: 'event' as const, on, title, owner })),
    ...rebases.map((r) => ({ kind: 'rebase' as const, on: r.from, title: r.reason, owner: r.decided_by })),
    ...targets.map((t) => ({ kind: 'target' as const, on: t.from, title: t.source, owner: t.owner })),
  ];
  return unnumbered
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .map((mark, i) => ({
      number: i + 1,
      ...mark,
      period: figures.find(({ from, to }) => from <= mark.on && mark.on <= to)?.period ?? null,
    }));
}
