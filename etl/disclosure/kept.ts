// Releases rest beside the snapshots that they are of, and what makes the next one safe beside them, apart.
import { SafeguardingError } from '../errors.ts';
import type { Partnership } from '../partnership.ts';
import { readJson } from '../storage/store.ts';
import type { Snapshot } from '../snapshots/log.ts';
import type { Working } from './earlier.ts';
import type { Audience } from './policy.ts';
import { makeRelease, type Release } from './release.ts';

type Kept = Pick<Partnership, 'store'>;

const named = (snapshot: number) => `${String(snapshot).padStart(8, '0')}.json`;
const releaseKey = (audience: Audience, snapshot: number) => `lake/releases/${audience}/${named(snapshot)}`;
const workingKey = (audience: Audience, snapshot: number) => `lake/disclosure/${audience}/${named(snapshot)}`;

/** The number of the snapshot that was last released for an audience, or undefined when none was. */
export async function latestReleased({ store }: Kept, audience: Audience): Promise<number | undefined> {
  const last = (await store.list(`lake/releases/${audience}/`)).at(-1);
  return last ? Number.parseInt(last.split('/').at(-1)!, 10) : undefined;
}

/**
 * A release that was made: of a snapshot, or the latest.
 * @throws SafeguardingError (not-found) where there is none, saying how to make one
 */
export async function readRelease(p: Kept, audience: Audience, snapshot?: number): Promise<Release> {
  const number = snapshot ?? (await latestReleased(p, audience));
  const release = number === undefined ? undefined : await readJson<Release>(p.store, releaseKey(audience, number));
  if (release) return release;
  throw new SafeguardingError(
    'not-found',
    snapshot === undefined
      ? `Nothing is released for ${audience} yet. Run: safeguarding release --audience ${audience} --data FOLDER`
      : `Snapshot ${snapshot} was not released for ${audience}.`,
  );
}

/**
 * The release of a snapshot for an audience, made and kept unless it was before: a snapshot is released once.
 * @throws SafeguardingError (refused) where nothing can be released safely; nothing is then kept
 */
export async function releaseOf(p: Partnership, snapshot: Snapshot, audience: Audience): Promise<Release> {
  const last = await latestReleased(p, audience);
  if (last !== undefined && last >= snapshot.number) {
    const kept = await readJson<Release>(p.store, releaseKey(audience, snapshot.number));
    if (kept) return kept;
    throw new SafeguardingError(
      'refused',
      `Snapshot ${last} was released already, and snapshot ${snapshot.number} is older: releases go forward only.`,
    );
  }
  const before = last === undefined ? undefined : await workingOf(p, audience, last);
  const { release, working } = await makeRelease(p, snapshot, audience, before);
  await p.store.put(workingKey(audience, snapshot.number), JSON.stringify(working));
  await p.store.putIfAbsent(releaseKey(audience, snapshot.number), JSON.stringify(release));
  return release;
}

async function workingOf({ store }: Kept, audience: Audience, snapshot: number): Promise<Working> {
  const working = await readJson<Working>(store, workingKey(audience, snapshot));
  if (working) return working;
  throw new SafeguardingError(
    'refused',
    `What was withheld from the release of snapshot ${snapshot} is not kept any more, so that no later one is known to be safe.`,
  );
}
