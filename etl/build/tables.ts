import type { Session } from '../engines/engine.ts';
import type { Snapshot } from '../snapshots/log.ts';
import { SHAPE } from './cells.ts';
import type { Children } from './children.ts';
import type { Definition, Model } from './definition.ts';
import type { Extract } from './extracts.ts';
import { fingerprint } from './fingerprint.ts';
import type { Making } from './making.ts';
import { inOrder, tablesOf } from './order.ts';
import { staged, stagedTable } from './staged.ts';
import { assertPromises, keepTable, running, wouldBe, write, type Written } from './table.ts';

/** What a definition reads, and what its table would be made from. */
export interface Source {
  read: string[];
  made: string;
}

/** A table is named by its content: where these, the query and its header are what they were, it would be made the same. */
export function sourceOf(session: Session, definition: Definition<unknown>, tables: Snapshot['tables']): Source {
  const read = tablesOf(session, definition, Object.keys(tables));
  const content = read.map((name) => tables[name]?.key);
  return { read, made: fingerprint(SHAPE, definition.sql, definition.header, read, content) };
}

/** Makes `staged_<name>` of every extract and the models. What would be made the same is taken from the snapshot before. */
export async function makeTables(
  m: Making,
  extracts: readonly Extract[],
  { children }: Children,
  given: Snapshot['tables'],
): Promise<{ tables: Snapshot['tables']; redone: string[] }> {
  const tables = { ...given };
  const redone: string[] = [];
  const table: MakeTable = async (session, name, made, make) => {
    const past = m.before?.tables[name];
    if (wouldBe(past, made)) {
      tables[name] = past;
      return;
    }
    redone.push(name);
    tables[name] = await keepTable(session, m.p.store, 'tables', name, await make(), made);
  };

  for (const { contract, rows } of extracts)
    await table(m.session, stagedTable(contract), fingerprint(rows, children.agencies[contract.agency] ?? null), () =>
      write(m.session, m.scratch, stagedTable(contract), staged(contract)),
    );
  // A session that has nothing yet: what models read is what is kept.
  const session = await m.p.engine.session();
  await makeModels(m, session, tables, table).finally(() => session.close());
  return { tables, redone };
}

/** Makes a table, unless the snapshot before has what it would be. */
type MakeTable = (session: Session, name: string, made: string, make: () => Promise<Written>) => Promise<void>;

async function makeModels(m: Making, session: Session, tables: Snapshot['tables'], table: MakeTable): Promise<void> {
  const { p, models, kpis, scratch, onProgress } = m;
  const query = p.lake(session);
  for (const [i, model] of inOrder(session, models, new Set(Object.keys(tables))).entries()) {
    onProgress(i, models.length + kpis.length, `model ${model.id}`);
    const { read, made } = sourceOf(session, model, tables);
    await table(session, model.id, made, async () => {
      const written = await running(model, async () =>
        write(session, scratch, model.id, await query(model.sql, named(tables, read))),
      );
      await assertPromises(session, model as Model, written);
      return written;
    });
  }
}

/** Some of the tables. */
export const named = (tables: Snapshot['tables'], names: readonly string[]): Snapshot['tables'] =>
  Object.fromEntries(names.map((name) => [name, tables[name]!]));
