import type { Contract } from '../contract.ts';
import type { Receipt } from '../landing/receipt.ts';
import { addMonths } from '../periods.ts';

/**
 * The submissions that count. One that was withdrawn is as if it had never come. Of those for one period the higher version in the name does, else the later position, else the
 * later arrival; where a contract says that a position replaces all before it, all periods are one.
 */
export function liveSubmissions(contracts: readonly Contract[], receipts: readonly Receipt[]): Receipt[] {
  return contracts.flatMap((contract) => {
    const accepted = receipts.filter(
      (r) => r.extract === contract.id && r.covers !== null && r.outcome !== 'refused' && !r.withdrawn,
    );
    const best = new Map<string, Receipt>();
    for (const receipt of accepted) {
      const group = contract.supersede === 'extract' ? '' : receipt.period!;
      const other = best.get(group);
      if (!other || order(receipt, other) > 0) best.set(group, receipt);
    }
    return [...best.values()].sort((a, b) => a.covers!.from.localeCompare(b.covers!.from));
  });
}

/** Above zero when `a` counts rather than `b`. */
function order(a: Receipt, b: Receipt): number {
  return (
    a.covers!.to.localeCompare(b.covers!.to) ||
    (a.version ?? 0) - (b.version ?? 0) ||
    a.received_at.localeCompare(b.received_at) ||
    a.id.localeCompare(b.id)
  );
}

export interface Covered {
  from: string;
  to: string;
}

/** The days that an extract's live submissions tell of. A file sent before its period ended tells of the days until it was sent. */
export function coverage(contract: Contract, live: readonly Receipt[]): Covered[] {
  return live
    .filter((r) => r.extract === contract.id)
    .map((r) => {
      const received = r.received_at.slice(0, 10);
      return {
        from: addMonths(r.covers!.from, -contract.coversMonthsBefore),
        to: received < r.covers!.to ? received : r.covers!.to,
      };
    })
    .filter(({ from, to }) => from <= to);
}
