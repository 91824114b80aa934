import { listReceipts } from '../landing/receipt.ts';
import type { Partnership } from '../partnership.ts';
import { currentSnapshot, listSnapshots } from '../snapshots/log.ts';

type Retained = Pick<Partnership, 'store' | 'clock' | 'config'>;

/** What has been kept for as long as partnership.yaml says. */
export interface Due {
  /** Files as agencies sent them: every key of each, the content first. */
  raw: { id: string; keys: string[] }[];
  /** Files that have no receipt yet: never removed, however old. */
  waiting: number;
  /** The numbers of snapshots, oldest first. */
  snapshots: number[];
  /** What else is there and stays. */
  stays: { raw: number; snapshots: number };
}

const OF_SUBMISSION = /^landing\/(?!inbox\/)[^/]+\/([0-9a-f]{32})\/(content|submission\.json)$/;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Finds what is due to go. The current snapshot never is, nor what builds are made from. */
export async function findDue(p: Retained): Promise<Due> {
  const daysAgo = (days: number) => new Date(p.clock.now().getTime() - days * DAY_MS).toISOString();
  const { raw_days, snapshots_days } = p.config.retention;
  const [files, receipts] = [await rawFiles(p), await receivedAt(p)];
  const received = files.filter(({ id }) => receipts.has(id));
  const raw = received.filter(({ id }) => receipts.get(id)! < daysAgo(raw_days));
  // The current one is asked for first: whatever is published meanwhile is younger than it.
  const current = await currentSnapshot(p);
  const snapshots = (await listSnapshots(p)).filter(({ number }) => number <= (current?.number ?? 0));
  const old = snapshots.filter((s) => s.number !== current?.number && s.built_at < daysAgo(snapshots_days));
  return {
    raw,
    waiting: files.length - received.length,
    snapshots: old.map(({ number }) => number).reverse(),
    stays: { raw: received.length - raw.length, snapshots: snapshots.length - old.length },
  };
}

async function rawFiles({ store }: Retained): Promise<Due['raw']> {
  const files = new Map<string, string[]>();
  // "content" sorts before "submission.json": what is cut short between the two is found again.
  for (const key of await store.list('landing/')) {
    const id = OF_SUBMISSION.exec(key)?.[1];
    if (id) files.set(id, [...(files.get(id) ?? []), key]);
  }
  return [...files].map(([id, keys]) => ({ id, keys }));
}

const receivedAt = async (p: Retained): Promise<Map<string, string>> =>
  new Map((await listReceipts(p)).map(({ id, received_at }) => [id, received_at]));
