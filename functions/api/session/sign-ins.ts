import { readJson, type Store } from '../../../etl/storage/store.ts';
import { hashOf, randomId } from './cookie.ts';
import type { Asked } from './provider.ts';

/** A sign-in that has begun: what the browser that began it must come back with. */
export interface SignIn {
  asked: Asked;
  /** The hash of the browser's cookie. */
  browser: string;
  /** The page to go to. */
  to: string;
  redirect_uri: string;
  began_at: string;
}

/** How long somebody may take to show who they are. */
export const PATIENCE_MS = 10 * 60_000;
const keyOf = (state: string) => `web/sign-ins/${hashOf(state)}`;

/** Remembers that a browser went to the provider. @returns the id that the browser is to bring back */
export async function beginSignIn(store: Store, known: string | undefined, signIn: Omit<SignIn, 'browser'>) {
  const browser = known ?? randomId();
  const kept: SignIn = { ...signIn, browser: hashOf(browser) };
  await store.putIfAbsent(`${keyOf(signIn.asked.state)}/asked.json`, JSON.stringify(kept));
  return browser;
}

/** The sign-in of this state that this browser began. It is given once: whoever brings the same answer again gets none. */
export async function takeSignIn(store: Store, state: string, browser: string, now: Date): Promise<SignIn | undefined> {
  const kept = await readJson<SignIn>(store, `${keyOf(state)}/asked.json`);
  if (!kept || kept.browser !== hashOf(browser)) return undefined;
  if (now.getTime() - Date.parse(kept.began_at) > PATIENCE_MS) return undefined;
  return (await store.putIfAbsent(`${keyOf(state)}/taken.json`, '{}')) ? kept : undefined;
}
