// Identifiers and who is who. Nothing here is ever read by the dashboard's routes.
import { hkdfSync, randomBytes } from 'node:crypto';
import type { Store } from '../storage/store.ts';

/** Gives the keys from which references are made (`keyed` in macros.sql). The purpose keeps one kind of reference from equalling another. */
export interface Mac {
  /** 32 bytes. @throws SafeguardingError (unavailable) where the key they are derived from may not be used */
  key(purpose: string): Promise<Buffer>;
}

const KEY = 'vault/key';

/** Keys of their own per purpose, derived from one root that never leaves the vault. */
export async function vaultMac(store: Store): Promise<Mac> {
  await store.putIfAbsent(KEY, randomBytes(32));
  const root = (await store.read(KEY))!;
  return { key: async (purpose) => derived(root, purpose) };
}

/** A key of its own for a purpose (HKDF, RFC 5869). */
export const derived = (root: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', root, '', `safeguarding/${purpose}`, 32));
