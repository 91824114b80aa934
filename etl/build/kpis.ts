import { availableParallelism } from 'node:os';
import type { Snapshot } from '../snapshots/log.ts';
import type { Kpi } from './definition.ts';
import { fingerprint } from './fingerprint.ts';
import { buildKpi, coveredBy } from './kpi.ts';
import type { Making } from './making.ts';
import { inOrder } from './order.ts';
import { running } from './table.ts';
import { named, type Source, sourceOf } from './tables.ts';

/** Makes the KPIs, some at a time. What would be made the same is taken from the snapshot before; what it covers is told anew. */
export async function makeKpis(
  m: Making,
  tables: Snapshot['tables'],
  covers: Snapshot['coverage'],
): Promise<{ kpis: Snapshot['kpis']; redone: string[] }> {
  const { p, session, before } = m;
  const known = new Set([...m.models.map((model) => model.id), 'person_map', 'coverage']);
  const made: Snapshot['kpis'] = {};
  const toMake: { kpi: Kpi; source: Source }[] = [];
  for (const kpi of m.kpis) {
    inOrder(session, [kpi], known);
    const { read, made: from } = sourceOf(session, kpi, tables);
    // The order of its splits' values comes from there.
    const lists = [p.config.age_bands, p.contracts.map((c) => c.fingerprint)];
    const source = { read, made: fingerprint(from, lists) };
    const past = before?.kpis[kpi.id];
    if (past?.made === source.made) made[kpi.id] = { ...past, covered: coveredBy(p, kpi, covers) };
    else toMake.push({ kpi, source });
  }
  Object.assign(made, await makeAll(m, toMake, tables, covers));
  return {
    kpis: Object.fromEntries(m.kpis.map(({ id }) => [id, made[id]!])),
    redone: toMake.map(({ kpi }) => kpi.id),
  };
}

async function makeAll(
  m: Making,
  toMake: { kpi: Kpi; source: Source }[],
  tables: Snapshot['tables'],
  covers: Snapshot['coverage'],
): Promise<Snapshot['kpis']> {
  const made: Snapshot['kpis'] = {};
  const steps = m.models.length + m.kpis.length;
  let next = 0;
  const worker = async () => {
    const session = await m.p.engine.session();
    try {
      const query = m.p.lake(session);
      while (next < toMake.length) {
        const { kpi, source } = toMake[next++]!;
        m.onProgress(steps - toMake.length + next - 1, steps, `KPI ${kpi.id}`);
        const facts = await running(kpi, () => query(kpi.sql, named(tables, source.read)));
        made[kpi.id] = await buildKpi(m, session, kpi, facts, covers, source.made);
      }
    } catch (error) {
      next = toMake.length;
      throw error;
    } finally {
      session.close();
    }
  };
  const workers = Math.min(availableParallelism(), 4, toMake.length);
  const done = await Promise.allSettled(Array.from({ length: workers }, worker));
  // Not before all have stopped: the scratch folder is theirs until then.
  for (const result of done) if (result.status === 'rejected') throw result.reason;
  return made;
}
