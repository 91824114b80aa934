import { ident, text } from '../engines/engine.ts';
import type { Snapshot } from '../snapshots/log.ts';
import { SHAPE } from './cells.ts';
import type { Children } from './children.ts';
import type { Definition, Model } from './definition.ts';
import type { Extract } from './extracts.ts';
import { fingerprint } from './fingerprint.ts';
import { buildKpi, coveredBy } from './kpi.ts';
import type { Making } from './making.ts';
import { inOrder, tablesOf } from './order.ts';
import { makeStaged, stagedTable } from './staged.ts';
import { assertPromises, keepTable, materialise } from './table.ts';

type Made = Pick<Snapshot, 'tables' | 'kpis' | 'redone'>;

/**
 * Makes what is asked of the rows: `staged_<name>`, the models, the KPIs. Each is made from named tables, and a table is named
 * by its content: where these, the query and its header are what they were, the table of the snapshot before is taken.
 */
export async function makeTables(
  m: Making,
  extracts: readonly Extract[],
  { person_map, children }: Children,
  covers: Snapshot['coverage'],
): Promise<Made> {
  const { p, session, before, models, kpis, scratch, onProgress } = m;
  const tables: Snapshot['tables'] = { person_map };
  const redone: string[] = [];
  const there = new Set(['person_map', 'coverage']);

  /** Puts a table that was taken from before where a query can read it. */
  const bring = async (name: string) => {
    if (there.has(name)) return;
    there.add(name);
    const path = await p.store.localPath(tables[name]!.key);
    await session.run(`create or replace temp view ${ident(name)} as select * from read_parquet(${text(path)})`);
  };
  const table = async (name: string, made: string, make: () => Promise<void>) => {
    const past = before?.tables[name];
    if (past?.made === made) {
      tables[name] = past;
      return;
    }
    await make();
    there.add(name);
    redone.push(name);
    tables[name] = await keepTable(session, p.store, 'tables', name, scratch, made);
  };
  const madeFrom = (definition: Definition<unknown>) => {
    const read = tablesOf(session, definition).sort();
    const content = read.map((name) => (name === 'coverage' ? covers : tables[name]!.key));
    return { read, made: fingerprint(SHAPE, definition.sql, definition.header, read, content) };
  };

  for (const { contract, rows } of extracts)
    await table(stagedTable(contract), fingerprint(rows, children.agencies[contract.agency] ?? null), () =>
      makeStaged(session, contract),
    );
  const given = new Set([...Object.keys(tables), 'coverage']);
  const steps = models.length + kpis.length;
  for (const [i, model] of inOrder(session, models, given).entries()) {
    onProgress(i, steps, `model ${model.id}`);
    const { read, made } = madeFrom(model);
    await table(model.id, made, async () => {
      for (const name of read) await bring(name);
      await materialise(session, model, model.id);
      await assertPromises(session, model as Model);
    });
  }
  const made: Snapshot['kpis'] = {};
  const known = new Set([...models.map((model) => model.id), 'person_map', 'coverage']);
  for (const [i, kpi] of kpis.entries()) {
    onProgress(models.length + i, steps, `KPI ${kpi.id}`);
    inOrder(session, [kpi], known);
    const from = madeFrom(kpi);
    const fresh = fingerprint(
      from.made,
      p.config.age_bands,
      p.contracts.map((c) => c.fingerprint),
    );
    const past = before?.kpis[kpi.id];
    if (past?.made === fresh) {
      made[kpi.id] = { ...past, covered: coveredBy(p, kpi, covers) };
      continue;
    }
    for (const name of from.read) await bring(name);
    redone.push(kpi.id);
    made[kpi.id] = await buildKpi(p, session, kpi, covers, scratch, fresh);
  }
  return { tables, kpis: made, redone };
}
