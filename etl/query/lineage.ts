import { type Model, readModels } from '../build/definition.ts';
import { tablesOf } from '../build/order.ts';
import { stagedTable } from '../build/staged.ts';
import { sourceOf } from '../build/tables.ts';
import type { Session } from '../engines/engine.ts';
import type { Partnership } from '../partnership.ts';
import type { Snapshot } from '../snapshots/log.ts';
import { listReceipts } from '../landing/receipt.ts';
import { kpiOf } from './request.ts';

export interface LineageTable {
  name: string;
  title: string;
  /** What a row is; null for the rows of an extract as they were sent. */
  grain: string | null;
  rows: number;
  /** Null where its query was changed since, so that what it read is no longer known. */
  reads: string[] | null;
  extract: string | null;
}

export interface Lineage {
  /** Each after those that read it: the KPI's own first. */
  tables: LineageTable[];
  extracts: { id: string; title: string; agency_title: string; submissions: number }[];
}

/** From which tables of a snapshot a KPI is made, down to what agencies sent. @throws SafeguardingError (not-found) for the KPI */
export async function lineage(p: Partnership, snapshot: Snapshot, id: string): Promise<Lineage> {
  const kpi = kpiOf(snapshot, id);
  const [receipts, session] = [await listReceipts(p), await p.engine.session()];
  try {
    const tables = walk(p, snapshot, session, {
      id,
      file: `kpis/${id}.sql`,
      header: kpi.header,
      sql: kpi.sql,
    });
    const counts = new Set(snapshot.submissions);
    const needed = tables.flatMap(({ extract }) => extract ?? []);
    return {
      tables,
      extracts: p.contracts
        .filter((contract) => needed.includes(contract.id))
        .map(({ id: extract, title, agency }) => ({
          id: extract,
          title,
          agency_title: p.config.agencies[agency] ?? agency,
          submissions: receipts.filter((r) => r.extract === extract && counts.has(r.id)).length,
        })),
    };
  } finally {
    session.close();
  }
}

/** Tables that no file of an agency and no model says. */
const OF_BUILDS = ['person_map', 'coverage'];
type Readable = Parameters<typeof tablesOf>[1];

function walk(p: Partnership, snapshot: Snapshot, session: Session, kpi: Readable): LineageTable[] {
  const models = new Map(readModels(p.house.models).map((model) => [model.id, model]));
  const known = Object.keys(snapshot.tables).filter((name) => !OF_BUILDS.includes(name));
  const found = new Map<string, LineageTable>();
  const next = tablesOf(session, kpi, known);
  for (let name = next.shift(); name !== undefined; name = next.shift()) {
    if (found.has(name) || !known.includes(name)) continue;
    const table = told(p, snapshot, session, name, models.get(name));
    found.set(name, table);
    next.push(...(table.reads ?? []));
  }
  return [...found.values()];
}

function told(
  p: Partnership,
  snapshot: Snapshot,
  session: Session,
  name: string,
  model: Model | undefined,
): LineageTable {
  const { rows, made } = snapshot.tables[name]!;
  const contract = p.contracts.find((one) => stagedTable(one) === name);
  if (contract) return { name, title: contract.title, grain: null, rows, reads: [], extract: contract.id };
  const source = model && sourceOf(session, model, snapshot.tables);
  const same = source !== undefined && source.made === made;
  return {
    name,
    title: model?.header.title ?? name,
    grain: model?.header.grain ?? null,
    rows,
    reads: same
      ? source.read.filter((table) => table in snapshot.tables && !OF_BUILDS.includes(table) && table !== name)
      : null,
    extract: null,
  };
}
