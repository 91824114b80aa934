// Sessions, kept in the Store. What is written of one is written once, but for the marks beside it: nothing that is late brings an
// ended session back.
import { readJson, type Store } from '../../../etl/storage/store.ts';
import type { Role } from './actor.ts';
import type { Said } from './claims.ts';
import { hashOf, randomId } from './cookie.ts';

/** Nobody is signed in for longer without using a page, nor for longer at all. */
export const IDLE_MS = 15 * 60_000;
export const LONGEST_MS = 8 * 60 * 60_000;

/** `Clear-Site-Data` of the answer that ends a session. */
export const GONE = '"cache", "storage"';

interface Begun extends Said {
  began_at: string;
}
/** What the provider last said, and its token: asked again every few minutes. */
export interface Granted {
  refresh_token: string;
  asked_at: string;
  roles: string[];
  agencies: string[];
}
export interface Session extends Begun {
  /** The hash of its id. */
  hash: string;
  granted: Granted;
  /** When it ends unless it is used, and when it ends in any case. */
  idle_until: Date;
  until: Date;
  /** As whom its pages are looked at, for testing. */
  view_as: Role | null;
}

const folderOf = (hash: string) => `web/sessions/${hash}`;
const personOf = ({ issuer, subject }: Pick<Said, 'issuer' | 'subject'>) =>
  `web/people/${hashOf(JSON.stringify([issuer, subject]))}.json`;

/** Begins a session under an id of its own. @returns the id, which is kept nowhere here */
export async function begin(store: Store, said: Said, refreshToken: string, now: Date): Promise<string> {
  const id = randomId();
  const folder = folderOf(hashOf(id));
  const at = now.toISOString();
  const granted: Granted = { refresh_token: refreshToken, asked_at: at, roles: said.roles, agencies: said.agencies };
  await store.put(`${folder}/granted.json`, JSON.stringify(granted));
  await store.putIfAbsent(`${folder}/begun.json`, JSON.stringify({ ...said, began_at: at } satisfies Begun));
  return id;
}

/** The session of an id; undefined when there is none, or it has ended in whatever way. */
export async function find(store: Store, id: string, now: Date): Promise<Session | undefined> {
  const hash = hashOf(id);
  const folder = folderOf(hash);
  const [begun, granted, used, view] = await Promise.all([
    readJson<Begun>(store, `${folder}/begun.json`),
    readJson<Granted>(store, `${folder}/granted.json`),
    readJson<{ at: string }>(store, `${folder}/used.json`),
    readJson<{ role: Role | null }>(store, `${folder}/view.json`),
  ]);
  if (!begun || !granted) return undefined;
  const [idle_until, until] = [after(used?.at ?? begun.began_at, IDLE_MS), after(begun.began_at, LONGEST_MS)];
  if (now >= idle_until || now >= until) return undefined;
  const ended = await readJson<{ before: string }>(store, personOf(begun));
  if (ended && begun.began_at <= ended.before) return undefined;
  return { ...begun, hash, granted, idle_until, until, view_as: view?.role ?? null };
}

const after = (time: string, ms: number) => new Date(Date.parse(time) + ms);

/** Somebody uses it: it goes on. @returns the session as it is now */
export async function use(store: Store, session: Session, now: Date): Promise<Session> {
  const at = now.toISOString();
  await store.put(`${folderOf(session.hash)}/used.json`, JSON.stringify({ at }));
  return { ...session, idle_until: after(at, IDLE_MS) };
}

/** Keeps what the provider said last. @returns the session as it is now */
export async function grant(store: Store, session: Session, granted: Granted): Promise<Session> {
  await store.put(`${folderOf(session.hash)}/granted.json`, JSON.stringify(granted));
  return { ...session, granted };
}

/** From now on the pages are shown as to another role, or to oneself again. @returns the session as it is now */
export async function view(store: Store, session: Session, role: Role | null): Promise<Session> {
  await store.put(`${folderOf(session.hash)}/view.json`, JSON.stringify({ role }));
  return { ...session, view_as: role };
}

/** True for one caller alone, for each turn of a session. */
export const first = (store: Store, { hash }: Session, turn: string): Promise<boolean> =>
  store.putIfAbsent(`${folderOf(hash)}/turns/${turn}`, '{}');

/** Ends it: what is written once more beside it does not bring it back. */
export async function end(store: Store, { hash }: Pick<Session, 'hash'>): Promise<void> {
  await store.remove(`${folderOf(hash)}/begun.json`);
  await store.remove(`${folderOf(hash)}/granted.json`);
}

/** Ends a session that holds no longer, with its refresh token. @returns whether it had not been ended before */
export async function endLapsed(store: Store, id: string): Promise<boolean> {
  const hash = hashOf(id);
  if (!(await store.modified(`${folderOf(hash)}/begun.json`))) return false;
  await end(store, { hash });
  return true;
}

/** Removes what nobody can use any more: sessions and sign-ins that began too long ago. In AWS the bucket does that by itself. */
export async function sweep(store: Store, now: Date): Promise<void> {
  for (const key of [...(await store.list('web/sessions/')), ...(await store.list('web/sign-ins/'))]) {
    const written = await store.modified(key);
    if (written && now.getTime() - written.getTime() > LONGEST_MS) await store.remove(key);
  }
}

/** Ends every session that somebody began up to now, on whatever machine. */
export const endAll = (store: Store, person: Pick<Said, 'issuer' | 'subject'>, now: Date): Promise<void> =>
  store.put(personOf(person), JSON.stringify({ before: now.toISOString() }));
