// From landed files to a published snapshot: link, models, KPIs, commit. What did not change is taken from the snapshot before.
import { listReceipts, type Receipt } from '../landing/receipt.ts';
import type { Partnership } from '../partnership.ts';
import type { Progress } from '../progress.ts';
import { currentSnapshot, publish, type Snapshot } from '../snapshots/log.ts';
import { sweep } from '../vault/erasure/sweep.ts';
import { lacksAll, type Tombstone, tombstones } from '../vault/erasure/tombstone.ts';
import { type Seal, seals } from '../vault/seal.ts';
import { SHAPE } from './cells.ts';
import { linkChildren } from './children.ts';
import { makeCoverage } from './coverage.ts';
import { type Kpi, type Model, readKpis, readModels } from './definition.ts';
import { extractsOf, makeExtracts } from './extracts.ts';
import { fingerprint } from './fingerprint.ts';
import { coverage, liveSubmissions } from './live.ts';
import { makeKpis } from './kpis.ts';
import type { Making } from './making.ts';
import { makeTables } from './tables.ts';

/**
 * Builds the lake and KPI tables from the live submissions and publishes them as the next snapshot.
 * When nothing changed since the current snapshot, that one is returned and nothing is published.
 * @throws SafeguardingError when a model or a KPI is wrong; readers then keep the snapshot they have
 */
export async function build(p: Partnership, onProgress: Progress = () => {}): Promise<Snapshot> {
  for (;;) {
    const made = await buildOnce(p, onProgress);
    if (made && (await sweep(p, made))) return made;
  }
}

/** @returns undefined when another build was published meanwhile, which may have seen submissions that this one has not */
async function buildOnce(p: Partnership, onProgress: Progress): Promise<Snapshot | undefined> {
  const [models, kpis] = [readModels(p.house.models), readKpis(p.house.kpis)];
  // Before the receipts: all that this snapshot counts is then among them.
  const before = await currentSnapshot(p);
  const live = liveSubmissions(p.contracts, await listReceipts(p));
  const [gone, sealed] = [await tombstones(p.store), await seals(p.store)];
  const inputs = inputsOf(p, live, models, kpis, [...gone, ...sealed]);
  if (before?.inputs === inputs && lacksAll(before, gone)) return before;

  return p.scratch(async (scratch) => {
    const session = await p.engine.session();
    try {
      const content = await makeContent({ p, session, live, gone, sealed, models, kpis, before, scratch, onProgress });
      return await publish(p, before, {
        built_at: p.clock.now().toISOString(),
        reason: 'build',
        inputs,
        submissions: live.map((r) => r.id),
        ...(gone.length > 0 ? { erased: gone.map(({ id }) => id) } : {}),
        synthetic: p.synthetic,
        ...content,
      });
    } finally {
      session.close();
    }
  });
}

type Content = Pick<Snapshot, 'tables' | 'kpis' | 'coverage' | 'links' | 'extracts' | 'children' | 'redone'>;

async function makeContent(m: Making): Promise<Content> {
  m.onProgress(0, 1, 'linking children');
  const extracts = await makeExtracts(m);
  const who = await linkChildren(m, extracts);
  const covers = Object.fromEntries(m.p.contracts.map((c) => [c.id, coverage(c, m.live)]));
  const given = { person_map: who.person_map, coverage: await makeCoverage(m, covers) };
  const { tables, redone } = await makeTables(m, extracts, who, given);
  const made = await makeKpis(m, tables, covers);
  m.onProgress(1, 1, 'publishing');
  const { links, children } = who;
  return {
    tables,
    kpis: made.kpis,
    redone: [...redone, ...made.redone],
    coverage: covers,
    links,
    children,
    extracts: extractsOf(extracts),
  };
}

const inputsOf = (p: Partnership, live: Receipt[], models: Model[], kpis: Kpi[], kept: (Tombstone | Seal)[]): string =>
  fingerprint(
    SHAPE,
    live.map((r) => r.id).sort(),
    models,
    kpis,
    p.contracts.map((c) => c.fingerprint),
    p.synthetic,
    ...kept.map(({ id }) => id),
  );
