import { useLocation, useNavigate } from '@solidjs/router';
import { type Accessor, createEffect, createMemo, on } from 'solid-js';
import type { Shown } from '../../api/paths.ts';
import type { KpiSummary } from '../../api/shapes.ts';
import { allSplits, readView, type View, writeView } from '../../api/view.ts';
import { monthsCovered, monthsOf } from '../../api/window.ts';
import { announce } from '../../components/announce.ts';
import { monthsInWords, viewInWords } from '../../words/sentences.ts';

/** The view that the address of a page holds, what it stands for, and ways to another: each is a step that Back undoes. */
export function createView(kpis: Accessor<readonly KpiSummary[]>) {
  const location = useLocation();
  const navigate = useNavigate();
  const splits = createMemo(() => allSplits(kpis()));
  const titles = createMemo(() => new Map(splits().map((split) => [split.id, split.title])));
  const covered = createMemo(() => monthsCovered(kpis()));
  const view = createMemo((): View & Shown & { ignored: string[] } => {
    const read = readView(location.search, kpis());
    return { ...read, ...monthsOf(read.window, read.grain, covered()) };
  });
  const words = createMemo(() => {
    const { from, to, kpi } = view();
    const [first, last] = [from ?? covered()?.from, to ?? covered()?.to];
    return viewInWords(view(), {
      kpi: kpi && kpis().find(({ id }) => id === kpi)?.title,
      titles: titles(),
      months: first && last ? monthsInWords({ from: first, to: last }) : '',
    });
  });
  const address = (part: Partial<View>) => `${location.pathname}${writeView({ ...view(), ...part }, location.search)}`;
  createEffect(on(words, (text) => announce('point', text), { defer: true }));
  return {
    view,
    splits,
    covered,
    /** What is shown, as a sentence. */
    words,
    address,
    change: (part: Partial<View>) => navigate(address(part), { scroll: false }),
  };
}

export type ViewState = ReturnType<typeof createView>;
