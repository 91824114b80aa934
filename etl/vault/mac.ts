// Identifiers and who is who. Nothing here is ever read by the dashboard's routes.
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Store } from '../storage/store.ts';

/** A keyed hash for join keys. The purpose keeps one kind of reference from equalling another. */
export interface Mac {
  /** 22 characters of base64url (132 bits) for each value. */
  refs(purpose: string, values: readonly string[]): string[];
}

const KEY = 'vault/key';

/** HMAC-SHA-256 with a key of its own per purpose, derived (HKDF, RFC 5869) from one root that never leaves the vault. */
export async function vaultMac(store: Store): Promise<Mac> {
  await store.putIfAbsent(KEY, randomBytes(32));
  const root = (await store.read(KEY))!;
  const keys = new Map<string, Buffer>();
  const keyFor = (purpose: string) => {
    const key = keys.get(purpose) ?? Buffer.from(hkdfSync('sha256', root, '', `safeguarding/${purpose}`, 32));
    keys.set(purpose, key);
    return key;
  };
  return {
    refs(purpose, values) {
      const key = keyFor(purpose);
      return values.map((value) => createHmac('sha256', key).update(value, 'utf8').digest('base64url').slice(0, 22));
    },
  };
}
