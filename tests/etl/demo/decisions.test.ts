import { expect, it } from 'vitest';
import { readKpis } from '../../../etl/build/definition.ts';
import { decision } from '../../../etl/decisions/kinds.ts';
import { history, keep } from '../../../etl/decisions/log.ts';
import { decideForDemo } from '../../../etl/demo/decisions.ts';
import { folderStore } from '../../../etl/storage/folder.ts';
import { clockAt, scratchFolder } from '../../partnerships.ts';

const house = (now = '2026-11-21T12:00:00Z') => ({ store: folderStore(scratchFolder()), clock: clockAt(now) });

it('decides what anybody may enter, of KPIs that there are', async () => {
  const p = house();
  await decideForDemo(p);
  const kpis = new Set(readKpis('etl/kpis').map(({ id }) => id));
  const kinds = new Set<string>();
  for (const { decision: decided } of await history(p)) {
    expect(decision.parse(decided)).toEqual(decided);
    kinds.add(decided!.kind);
    if ('kpi' in decided! && decided.kpi) expect(kpis).toContain(decided.kpi);
  }
  expect([...kinds].sort()).toEqual(['action', 'comment', 'event', 'meeting', 'rebase', 'target']);
});

it('goes on where an earlier run was cut short, and decides nothing twice', async () => {
  const [whole, cut] = [house(), house()];
  await decideForDemo(whole);
  const all = (await history(whole)).map(({ kept_at: _, number: __, ...entry }) => entry);
  for (const entry of all.slice(0, 5)) await keep(cut, entry);
  await decideForDemo(cut);
  await decideForDemo(cut);
  expect((await history(cut)).map(({ kept_at: _, number: __, ...entry }) => entry)).toEqual(all);
});

it('has decided nothing of a day that has not come', async () => {
  const p = house('2025-01-10T12:00:00Z');
  await decideForDemo(p);
  const days = (await history(p)).map(({ decision: decided }) => decided!.on);
  expect(days.length).toBeGreaterThan(0);
  expect(days.filter((on) => on > '2025-01-10')).toEqual([]);
});
