import { ident, type Session, text } from '../engines/engine.ts';
import type { Snapshot } from '../snapshots/log.ts';
import type { Store } from '../storage/store.ts';
import { SHAPE } from './cells.ts';
import type { Children } from './children.ts';
import type { Definition, Model } from './definition.ts';
import type { Extract } from './extracts.ts';
import { fingerprint } from './fingerprint.ts';
import type { Making } from './making.ts';
import { inOrder, tablesOf } from './order.ts';
import { staged, stagedTable } from './staged.ts';
import { assertPromises, keepTable, running, write, type Written } from './table.ts';

/** What a definition reads, and what its table would be made from. */
export interface Source {
  read: string[];
  made: string;
}

/** Puts a kept table where a query of the session can read it. It is read from its file also when it was made just now, so that types are the same. */
export type Bring = (name: string) => Promise<void>;

/** @param has the tables that are there already */
export function bringer(session: Session, store: Store, tables: Snapshot['tables'], has: string[]): Bring {
  const there = new Set(has);
  return async (name) => {
    if (there.has(name)) return;
    there.add(name);
    const path = await store.localPath(tables[name]!.key);
    await session.run(`create or replace temp view ${ident(name)} as select * from read_parquet(${text(path)})`);
  };
}

/** A table is named by its content: where these, the query and its header are what they were, it would be made the same. */
export function sourceOf(
  session: Session,
  definition: Definition<unknown>,
  tables: Snapshot['tables'],
  covers: Snapshot['coverage'],
): Source {
  const read = tablesOf(session, definition, ['coverage', ...Object.keys(tables)]);
  const content = read.map((name) => (name === 'coverage' ? covers : tables[name]!.key));
  return { read, made: fingerprint(SHAPE, definition.sql, definition.header, read, content) };
}

/** Makes `staged_<name>` of every extract and the models. What would be made the same is taken from the snapshot before. */
export async function makeTables(
  m: Making,
  extracts: readonly Extract[],
  { person_map, children }: Children,
  covers: Snapshot['coverage'],
): Promise<{ tables: Snapshot['tables']; redone: string[] }> {
  const { p, session, before, models, kpis, scratch, onProgress } = m;
  const tables: Snapshot['tables'] = { person_map };
  const redone: string[] = [];
  const table = async (name: string, made: string, make: () => Promise<Written>) => {
    const past = before?.tables[name];
    if (past?.made === made) {
      tables[name] = past;
      return;
    }
    redone.push(name);
    tables[name] = await keepTable(session, p.store, 'tables', name, await make(), made);
  };

  for (const { contract, rows } of extracts)
    await table(stagedTable(contract), fingerprint(rows, children.agencies[contract.agency] ?? null), () =>
      write(session, scratch, stagedTable(contract), staged(contract)),
    );
  const bring = bringer(session, p.store, tables, ['coverage', 'person_map']);
  const given = new Set([...Object.keys(tables), 'coverage']);
  for (const [i, model] of inOrder(session, models, given).entries()) {
    onProgress(i, models.length + kpis.length, `model ${model.id}`);
    const { read, made } = sourceOf(session, model, tables, covers);
    await table(model.id, made, async () => {
      for (const name of read) await bring(name);
      const written = await running(model, () => write(session, scratch, model.id, model.sql));
      await assertPromises(session, model as Model, written);
      return written;
    });
  }
  return { tables, redone };
}
