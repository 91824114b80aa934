import { tablesOf } from '../build/order.ts';
import { SafeguardingError } from '../errors.ts';
import type { Partnership } from '../partnership.ts';
import type { Snapshot } from '../snapshots/log.ts';
import type { Relations } from './relations.ts';

/**
 * Refuses to release a KPI of which relations.yaml does not say how its figures hang together with those of others: two that count the same rows
 * of a table can be worked out from one another, and only their definitions tell how.
 * @throws SafeguardingError (refused) that names the KPI and those that read what it reads
 */
export async function assertRelated(
  p: Pick<Partnership, 'engine'>,
  snapshot: Snapshot,
  kpis: readonly string[],
  known: Relations,
): Promise<void> {
  const session = await p.engine.session();
  try {
    const reads = (kpi: string) =>
      tablesOf(session, { ...snapshot.kpis[kpi]!, id: kpi, file: `kpis/${kpi}.sql` }, Object.keys(snapshot.tables));
    assertSaid(new Map(kpis.map((kpi) => [kpi, reads(kpi)])), known);
  } finally {
    session.close();
  }
}

/** @param reads the tables that each released KPI reads */
export function assertSaid(reads: ReadonlyMap<string, readonly string[]>, known: Relations): void {
  const lines = linesOf(known);
  const named = (kpi: string) => lines.some((line) => line.includes(kpi));
  // One that no line names first: it is the one that was added.
  for (const [kpi, tables] of [...reads].toSorted(([a], [b]) => Number(named(a)) - Number(named(b)))) {
    if (kpi in known.apart) continue;
    const others = [...reads].filter(([other]) => other !== kpi && !(other in known.apart));
    const same = others.filter(([, read]) => read.some((table) => tables.includes(table))).map(([other]) => other);
    const joined = joinedTo(kpi, lines);
    const unsaid = same.filter((other) => !joined.has(other));
    if (named(kpi) && unsaid.length === 0) continue;
    const beside =
      unsaid.length > 0 ? ` It reads what ${unsaid.join(', ')} ${unsaid.length > 1 ? 'read' : 'reads'}.` : '';
    throw new SafeguardingError(
      'refused',
      `Nothing is released: etl/disclosure/relations.yaml does not say how "${kpi}" hangs together with other KPIs.${beside} Add a line to "same", "parts" or "within" there, or say under "apart" why nobody can work out one from the other.`,
    );
  }
}

/** The KPIs of each line that ties some. */
const linesOf = ({ same, within, parts }: Relations): string[][] =>
  [...same, ...within, ...parts.map((line) => [line.whole, ...line.parts])].map((line) =>
    line.map((count) => count.split('/')[0]!),
  );

/** All KPIs that lines lead to from one. */
function joinedTo(kpi: string, lines: readonly string[][]): Set<string> {
  const found = new Set([kpi]);
  for (const one of found) for (const line of lines) if (line.includes(one)) line.forEach((other) => found.add(other));
  return found;
}
