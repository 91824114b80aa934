import { folderStore } from '../../../etl/storage/folder.ts';
import type { Store } from '../../../etl/storage/store.ts';
import { vaultMac } from '../../../etl/vault/mac.ts';
import type { Deed } from '../../../functions/api/audit/entry.ts';
import type { Recording } from '../../../functions/api/audit/record.ts';
import { clockAt, scratchFolder } from '../../partnerships.ts';

/** What a process needs to record, over a folder or another store: each call is another process. */
export async function recording(store: Store = folderStore(scratchFolder()), now = '2026-11-21T12:00:00Z') {
  return { store, mac: await vaultMac(store), clock: clockAt(now) } satisfies Recording;
}

export const ACTOR = {
  issuer: 'https://idp.example',
  subject: 'u-17',
  role: 'quality-assurance',
  agency: 'council',
  session: 'aa11',
} as const;

export const deed = (target: string, changes: Partial<Deed> = {}): Deed => ({
  actor: ACTOR,
  action: 'small-numbers',
  target,
  decision: 'allowed',
  ...changes,
});
