// How an entry and an anchor are made so that a change shows.
import { createHash, createHmac } from 'node:crypto';
import type { Mac } from '../../../etl/vault/mac.ts';
import type { Anchor, Entry, Sealed } from './entry.ts';

/** What the first entry follows. */
export const BEGINNING = '0'.repeat(64);

export const auditKey = async (mac: Mac): Promise<Buffer> => mac.key('audit');

/** JSON in one way only (RFC 8785, for what entries hold: text, whole numbers, null): names sorted, no white space. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const of = value as Record<string, unknown>;
  const members = Object.keys(of)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(of[name])}`);
  return `{${members.join(',')}}`;
}

export const hashOf = ({ hash: _hash, mac: _mac, ...entry }: Entry & Partial<Sealed>): string =>
  createHash('sha256').update(canonical(entry)).digest('hex');

const macOf = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest('hex');

export function seal(key: Buffer, entry: Entry): Sealed {
  const hash = hashOf(entry);
  return { ...entry, hash, mac: macOf(key, hash) };
}

/** True where an entry is as it was written. Without the key only its hash is checked, which whoever changes it can make anew. */
export const isSealed = (key: Buffer | undefined, entry: Sealed): boolean =>
  hashOf(entry) === entry.hash && (key === undefined || macOf(key, entry.hash) === entry.mac);

export const sealAnchor = (key: Buffer, anchor: Omit<Anchor, 'mac'>): Anchor => ({
  ...anchor,
  mac: macOf(key, canonical(anchor)),
});

export const isSealedAnchor = (key: Buffer | undefined, { mac, ...anchor }: Anchor): boolean =>
  key === undefined || macOf(key, canonical(anchor)) === mac;
