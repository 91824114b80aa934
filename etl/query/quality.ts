import { listReceipts, type Receipt } from '../landing/receipt.ts';
import type { Partnership } from '../partnership.ts';
import type { Snapshot } from '../snapshots/log.ts';

const sum = (receipts: Receipt[], field: 'rows' | 'accepted' | 'rejected' | 'repeated' | 'warned') =>
  receipts.reduce((n, r) => n + r[field], 0);

/** How good the data of a snapshot are: rows taken and refused by extract, the rules they broke, and how well children were linked. */
export async function quality(p: Partnership, snapshot: Snapshot) {
  const all = await listReceipts(p);
  const counts = new Set(snapshot.submissions);
  const counted = all.filter((r) => counts.has(r.id));
  return {
    extracts: p.contracts.map((contract) => {
      const own = counted.filter((r) => r.extract === contract.id);
      return {
        id: contract.id,
        title: contract.title,
        submissions: own.length,
        rows: sum(own, 'rows'),
        accepted: sum(own, 'accepted'),
        rejected: sum(own, 'rejected'),
        repeated: sum(own, 'repeated'),
        warned: sum(own, 'warned'),
        refused_files: all.filter((r) => r.extract === contract.id && r.outcome === 'refused').length,
      };
    }),
    rules: rulesBroken(counted),
    links: snapshot.links.agencies.map((a) => ({ ...a, agency_title: p.config.agencies[a.agency] ?? a.agency })),
    link_methods: snapshot.links.methods,
  };
}

/** The rules that some submissions broke, the gravest first. */
export function rulesBroken(receipts: readonly Receipt[]) {
  const broken = new Map<
    string,
    {
      extract: string;
      rule: string;
      column: string | null;
      severity: 'refuse' | 'reject' | 'warn';
      rows: number;
      submissions: number;
      advice: string;
    }
  >();
  for (const receipt of receipts)
    for (const { rule, column, severity, rows, advice } of receipt.reasons) {
      const name = JSON.stringify([receipt.extract, severity, rule, column]);
      const entry = broken.get(name) ?? {
        extract: receipt.extract!,
        rule,
        column,
        severity,
        rows: 0,
        submissions: 0,
        advice,
      };
      entry.rows += rows;
      entry.submissions += 1;
      broken.set(name, entry);
    }
  return [...broken.values()].sort((a, b) => a.severity.localeCompare(b.severity) || b.rows - a.rows);
}
