import { liveSubmissions } from '../build/live.ts';
import type { Contract } from '../contract.ts';
import { listReceipts, type Receipt } from '../landing/receipt.ts';
import type { Partnership } from '../partnership.ts';
import { addDays, addMonths } from '../periods.ts';
import { currentSnapshot, type Snapshot } from '../snapshots/log.ts';
import { stretches } from './covered.ts';

export interface Freshness {
  id: string;
  title: string;
  agency: string;
  agency_title: string;
  cadence: string;
  covered: { from: string; to: string } | null;
  last_received: string | null;
  /** When the next file is due. */
  due: string | null;
  state: 'up to date' | 'late' | 'never received';
  submissions: number;
  rows: number;
  refused: number;
}

const MONTHS: Record<string, number> = { month: 1, quarter: 3, term: 4, year: 12 };

/**
 * How up to date each extract of a snapshot is: what it covers, when a file last came, when the next one is due.
 * @param asked the instant at which that is asked: unless told, now for the snapshot that is current, and for an earlier one the moment
 * at which it was built
 */
export async function freshness(p: Partnership, snapshot: Snapshot, asked?: string): Promise<Freshness[]> {
  const current = await currentSnapshot(p);
  const at = asked ?? (current && current.number > snapshot.number ? snapshot.built_at : undefined);
  const counts = new Set(snapshot.submissions);
  // What a snapshot counts had come by then, whatever the clocks of two machines say.
  const known = ({ id, received_at }: Receipt) => at === undefined || received_at <= at || counts.has(id);
  const receipts = (await listReceipts(p)).filter(known);
  const live = liveSubmissions(
    p.contracts,
    receipts.map((receipt) => (at === undefined ? receipt : beforeWithdrawal(receipt, at))),
  );
  const today = (at ?? p.clock.now().toISOString()).slice(0, 10);
  return p.contracts.map((contract) => {
    const days = stretches(snapshot.coverage[contract.id] ?? []);
    const own = receipts.filter((r) => r.extract === contract.id);
    const counted = live.filter((r) => r.extract === contract.id && counts.has(r.id));
    const due = dueDate(contract, counted);
    return {
      id: contract.id,
      title: contract.title,
      agency: contract.agency,
      agency_title: p.config.agencies[contract.agency] ?? contract.agency,
      cadence: contract.cadence.unit,
      covered: days.length > 0 ? { from: days[0]!.from, to: days.at(-1)!.to } : null,
      last_received: own[0]?.received_at ?? null,
      due,
      state: due === null ? 'never received' : due < today ? 'late' : 'up to date',
      submissions: own.length,
      rows: counted.reduce((sum, r) => sum + r.accepted, 0),
      refused: own.filter((r) => r.outcome === 'refused').length,
    };
  });
}

/** A receipt as it was at an instant: what was withdrawn later counted then. */
const beforeWithdrawal = (receipt: Receipt, at: string): Receipt =>
  receipt.withdrawn && receipt.withdrawn.at > at ? { ...receipt, withdrawn: undefined } : receipt;

/** A file is due some days after the end of the period that follows the last one sent in full. */
function dueDate(contract: Contract, counted: Receipt[]): string | null {
  const whole = counted.filter((r) => contract.periodHolds === 'position' || r.received_at.slice(0, 10) > r.covers!.to);
  const last = (whole.length > 0 ? whole : counted)
    .map((r) => r.covers!.to)
    .sort()
    .at(-1);
  if (!last) return null;
  const months = (MONTHS[contract.cadence.unit] ?? 1) * contract.cadence.every;
  const nextEnd = addDays(addMonths(addDays(last, 1), months), -1);
  return addDays(nextEnd, contract.dueAfterDays);
}
