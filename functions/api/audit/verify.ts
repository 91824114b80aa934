// Whether the record is as it was written, and if not, where. Anybody can run it over an export, also without the key.
import { Anchors } from './anchored.ts';
import { Chain, type Finding } from './chain.ts';
import type { Sealed } from './entry.ts';
import { type Placed, parsed } from './sources.ts';

export interface Verdict {
  /** How many were looked at. */
  entries: number;
  /** The last entry of which an anchor tells. */
  anchored: number;
  /** The first of them. */
  findings: Finding[];
  /** How many there are. */
  found: number;
}

const MOST_FINDINGS = 100;

/**
 * Checks a record in one pass that holds little of it.
 * @param entries in the order in which they stand, many at a time
 * @param anchors in the order of the last entry that each tells of
 * @param key the record's; without it, whoever made the hashes anew as well is found by anchors alone
 */
export async function verify(
  entries: AsyncIterable<Placed[]>,
  anchors: AsyncIterable<Placed[]>,
  key: Buffer | undefined,
): Promise<Verdict> {
  const told = new Anchors(anchors, key);
  const chain = new Chain(key, told.hashes);
  for await (const batch of entries) {
    const read = batch.map(({ text, place }) => ({ place, entry: parsed<Sealed>(text) }));
    await told.readUpTo(Math.max(...read.map(({ entry }) => (Number.isSafeInteger(entry?.seq) ? entry!.seq! : 0))));
    for (const { entry, place } of read) chain.take(entry, place);
    told.forget(chain.last - batch.length);
  }
  await told.readUpTo(Infinity);
  chain.end(told.last);
  const findings = [...told.findings, ...chain.findings];
  return {
    entries: chain.taken,
    anchored: told.last,
    findings: findings.slice(0, MOST_FINDINGS),
    found: findings.length,
  };
}
