// From landed files to a published snapshot: link, models, KPIs, commit.
import { createHash, randomUUID } from 'node:crypto';
import { ident, type Session } from '../engines/engine.ts';
import { listReceipts, type Receipt } from '../landing/receipt.ts';
import type { Partnership } from '../partnership.ts';
import type { Progress } from '../progress.ts';
import { currentSnapshot, publish, type Snapshot } from '../snapshots/log.ts';
import { link, type Links } from '../vault/linkage/link.ts';
import { keepPeople, readPeople } from '../vault/people.ts';
import { SHAPE } from './cells.ts';
import { type Kpi, type Model, readKpis, readModels } from './definition.ts';
import { viewIdentities } from './identities.ts';
import { buildKpi } from './kpi.ts';
import { coverage, liveSubmissions } from './live.ts';
import { inOrder } from './order.ts';
import { stageExtract } from './staged.ts';
import { assertPromises, keepTable, materialise } from './table.ts';

/**
 * Builds the lake and KPI tables from the live submissions and publishes them as the next snapshot.
 * When nothing changed since the current snapshot, that one is returned and nothing is published.
 * @throws SafeguardingError when a model or a KPI is wrong; readers then keep the snapshot they have
 */
export async function build(p: Partnership, onProgress: Progress = () => {}): Promise<Snapshot> {
  for (;;) {
    const made = await buildOnce(p, onProgress);
    if (made) return made;
  }
}

/** @returns undefined when another build was published meanwhile, which may have seen submissions that this one has not */
async function buildOnce(p: Partnership, onProgress: Progress): Promise<Snapshot | undefined> {
  const [models, kpis] = [readModels(p.house.models), readKpis(p.house.kpis)];
  // Before the receipts: all that this snapshot counts is then among them.
  const before = await currentSnapshot(p);
  const live = liveSubmissions(p.contracts, await listReceipts(p));
  const inputs = fingerprint(p, live, models, kpis);
  if (before?.inputs === inputs) return before;

  return p.scratch(async (scratch) => {
    const session = await p.engine.session();
    try {
      const content = await makeTables({ p, session, live, models, kpis, before, scratch, onProgress });
      return await publish(p, before, {
        built_at: p.clock.now().toISOString(),
        reason: 'build',
        inputs,
        submissions: live.map((r) => r.id),
        synthetic: p.synthetic,
        ...content,
      });
    } finally {
      session.close();
    }
  });
}

interface Making {
  p: Partnership;
  session: Session;
  live: Receipt[];
  models: Model[];
  kpis: Kpi[];
  before: Snapshot | undefined;
  scratch: string;
  onProgress: Progress;
}

async function makeTables(m: Making): Promise<Pick<Snapshot, 'tables' | 'kpis' | 'coverage' | 'links' | 'people'>> {
  const { p, session, models, kpis, scratch, onProgress } = m;
  const steps = 1 + models.length + kpis.length;
  onProgress(0, steps, 'linking children');
  const { links, people } = await linkChildren(p, session, m.live, m.before);
  const covers = Object.fromEntries(p.contracts.map((c) => [c.id, coverage(c, m.live)]));
  await loadCoverage(session, covers);

  const given = new Set(['person_map', 'coverage', ...p.contracts.map((c) => `staged_${c.table}`)]);
  const tables: Snapshot['tables'] = { person_map: await keepTable(session, p.store, 'tables', 'person_map', scratch) };
  for (const [i, model] of inOrder(session, models, given).entries()) {
    onProgress(1 + i, steps, `model ${model.id}`);
    await materialise(session, model, model.id);
    await assertPromises(session, model as Model);
    tables[model.id] = await keepTable(session, p.store, 'tables', model.id, scratch);
  }
  const made: Snapshot['kpis'] = {};
  for (const [i, kpi] of kpis.entries()) {
    onProgress(1 + models.length + i, steps, `KPI ${kpi.id}`);
    made[kpi.id] = await buildKpi(p, session, kpi, new Set([...Object.keys(tables), 'coverage']), covers, scratch);
  }
  onProgress(steps, steps, 'publishing');
  const { agencies, methods, conflicts } = links;
  return { tables, kpis: made, coverage: covers, links: { agencies, methods, conflicts }, people };
}

async function linkChildren(
  p: Partnership,
  session: Session,
  live: Receipt[],
  before: Snapshot | undefined,
): Promise<{ links: Links; people: string }> {
  for (const contract of p.contracts) await stageExtract(session, p.store, contract, live);
  await viewIdentities(session, p.store, p.contracts, live);
  const links = await link(session, before ? await readPeople(p.store, before.people) : new Map());
  await session.load('person_map', ['source_ref', 'child_ref'], links.children);
  return { links, people: await keepPeople(p.store, randomUUID(), links.children) };
}

async function loadCoverage(session: Session, covers: Snapshot['coverage']): Promise<void> {
  const rows = Object.entries(covers).flatMap(([extract, days]) => days.map((d) => [extract, d.from, d.to]));
  await session.load('coverage_text', ['extract', 'covered_from', 'covered_to'], rows);
  const days = ['covered_from', 'covered_to'].map((name) => `cast(${ident(name)} as date) as ${ident(name)}`);
  await session.run(`create or replace temp table coverage as select extract, ${days.join(', ')} from coverage_text`);
}

function fingerprint(p: Partnership, live: Receipt[], models: Model[], kpis: Kpi[]): string {
  const parts = [SHAPE, live.map((r) => r.id).sort(), models, kpis, p.contracts.map((c) => c.fingerprint), p.synthetic];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
