// The smallest partnership that lands, links, builds and publishes: what the fault tests do over and over.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../etl/build/build.ts';
import { land } from '../../etl/landing/land.ts';
import type { Receipt } from '../../etl/landing/receipt.ts';
import { openPartnership, type Partnership } from '../../etl/partnership.ts';
import { series } from '../../etl/query/series.ts';
import { currentSnapshot, type Snapshot } from '../../etl/snapshots/log.ts';
import type { Store } from '../../etl/storage/store.ts';
import { clinicFile, clinicHouse, visit } from '../clinic.ts';
import { clockAt, scratchFolder } from '../partnerships.ts';

const KEPT = ['visits', 'patients'];

/** The clinic with two KPIs. */
export function smallHouse(): string {
  const home = clinicHouse();
  for (const id of ['injury-share', 'mean-days', 'median-days', 'present-at-last-position', 'injured-patients'])
    rmSync(join(home, `etl/kpis/${id}.sql`));
  return home;
}

export const NOW = '2025-06-01T09:00:00Z';

export const openOn = (home: string, store: Store, now = NOW): Promise<Partnership> =>
  openPartnership({ data: scratchFolder(), home, store, clock: clockAt(now) });

const second = visit({ visit: 'V2', patient: 'P2', nhs: '', surname: 'Testtwo', reason: 'Illness' });

/** A first file; its correction; and one with a row that is rejected. */
export const sent = () => ({
  first: clinicFile('visits_2024_05.csv', [visit()]),
  correction: clinicFile('visits_2024_05_v2.csv', [visit(), second]),
  later: clinicFile('visits_2024_06.csv', [
    visit({ visit: 'V3', arrived: '10/06/2024 09:30', left: '11/06/2024' }),
    visit({ visit: 'V4', patient: 'P4', reason: 'Boredom' }),
  ]),
});

/** Everything that readers can see of a snapshot. */
export async function answers(p: Partnership, snapshot: Snapshot | undefined): Promise<unknown> {
  if (!snapshot) return null;
  const all: Record<string, unknown> = { submissions: snapshot.submissions.toSorted() };
  for (const kpi of KEPT) all[kpi] = await series(p, snapshot, { kpi, grain: 'month', by: ['reason'] });
  return all;
}

export const seen = async (p: Partnership): Promise<unknown> => answers(p, await currentSnapshot(p));

/** What a worker does: opens, lands its files one after the other, builds. `told` is what it was told before something stopped it. */
export async function work(
  home: string,
  store: Store,
  files: string[],
  told: { receipts: Receipt[]; snapshots: Snapshot[] } = { receipts: [], snapshots: [] },
): Promise<void> {
  const p = await openOn(home, store);
  try {
    for (const file of files) told.receipts.push(...(await land(p, [file])));
    told.snapshots.push(await build(p));
  } finally {
    p.close();
  }
}
