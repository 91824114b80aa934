import type { Partnership } from '../partnership.ts';

/** What landing writes before its receipt, each under the submission's id. */
export const OF_SUBMISSIONS = ['lake/staged/', 'lake/rejects/', 'vault/identities/'];
/** What a build writes before its snapshot, which then names it; what Athena wrote for a build is named by none. */
export const OF_BUILDS = [
  'lake/tables/',
  'lake/kpis/',
  'lake/athena/',
  'lake/gathered/',
  'vault/gathered/',
  'vault/people/',
];
/** No landing or build takes so long: what is younger may still get its receipt or its snapshot. */
const YOUNG_MS = 24 * 60 * 60 * 1000;

/**
 * Removes what a landing or a build that never ended has left: objects that are a day old and that no receipt and no
 * snapshot, however old, names. What was sent, receipts and the log are never removed. @returns how many
 */
export async function collectOrphans(p: Pick<Partnership, 'store' | 'clock'>): Promise<number> {
  const before = new Date(p.clock.now().getTime() - YOUNG_MS);
  // Listed before the names are read: what comes later is not among them.
  const candidates = [...(await listAll(p, [...OF_SUBMISSIONS, ...OF_BUILDS])), ...(await neverSent(p))];
  const named = await namedBySnapshots(p);
  const receipts = new Set((await p.store.list('lake/receipts/')).map(idOf));
  const isNamed = (key: string) =>
    OF_SUBMISSIONS.some((folder) => key.startsWith(folder)) ? receipts.has(idOf(key)) : named.has(key);
  let collected = await p.store.sweep(before);
  for (const key of candidates.filter((candidate) => !isNamed(candidate))) {
    const written = await p.store.modified(key);
    if (!written || written >= before) continue;
    await p.store.remove(key);
    collected += 1;
  }
  return collected;
}

/** Uploads that were announced and whose bytes are not there. */
async function neverSent(p: Pick<Partnership, 'store'>): Promise<string[]> {
  const inbox = await p.store.list('landing/inbox/');
  const there = new Set(inbox);
  return inbox.filter((key) => key.endsWith('/upload.json') && !there.has(key.replace(/upload\.json$/, 'content')));
}

const idOf = (key: string) => /([^/]+)\.\w+$/.exec(key)?.[1] ?? '';

const listAll = async (p: Pick<Partnership, 'store'>, folders: string[]): Promise<string[]> =>
  (await Promise.all(folders.map((folder) => p.store.list(folder)))).flat();

/** Every key that stands anywhere in a snapshot, whatever it is there for. */
async function namedBySnapshots(p: Pick<Partnership, 'store'>): Promise<Set<string>> {
  const named = new Set<string>();
  for (const entry of await p.store.list('lake/_log/')) {
    const text = new TextDecoder().decode(await p.store.read(entry));
    for (const [, key] of text.matchAll(/"((?:lake|vault)\/[^"]+)"/g)) named.add(key!);
  }
  return named;
}
