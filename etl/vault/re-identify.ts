// The one way back from a figure towards a child, and it ends at a reference: an agency is told its own, and opens it in its own system.
// In AWS this is a function by itself, the only one beside landing and building that may read the vault.
import { createHash } from 'node:crypto';
import { SafeguardingError } from '../errors.ts';
import { readSql } from '../files.ts';
import type { Partnership } from '../partnership.ts';
import { readSnapshot } from '../snapshots/log.ts';
import { identitiesIn } from './identities.ts';
import { sealedReferences, seals } from './seal.ts';

export interface Asked {
  /** Of an agency, whose references are told and no other's. */
  agency: string;
  /** Who asks, by whatever tells persons apart; it is not kept as it is. */
  person: string;
  snapshot: number;
  /** Each child by all its references in the lake (`source_ref`). */
  children: string[][];
}

export interface ReIdentified {
  /** As the agency wrote them, in their own order. */
  references: string[];
  /** Children whom the agency does not know by a reference. */
  others: number;
}

/** Where it is done: here, or by another function. */
export type ReIdentify = (asked: Asked) => Promise<ReIdentified>;

/** Enough to look into what a figure hides, and not to copy a register. */
export const LISTS_A_DAY = 20;
export const MOST_REFERENCES = 100;

/**
 * Tells an agency its own references of some children. Never a name, and never a reference of another agency.
 * @throws SafeguardingError (too-many) when somebody has had the lists of a day, (refused) for a list that is too long
 */
export async function reIdentify(
  p: Pick<Partnership, 'store' | 'engine' | 'clock' | 'contracts'>,
  { agency, person, snapshot, children }: Asked,
): Promise<ReIdentified> {
  await takeTurn(p, person);
  const contracts = p.contracts.filter((contract) => contract.agency === agency);
  const own = await identitiesIn(p, contracts, await readSnapshot(p, snapshot));
  const rows = own.length > 0 ? await matched(p, agency, own, await unsealed(p, children)) : [];
  if (rows.length > MOST_REFERENCES)
    throw new SafeguardingError(
      'refused',
      `This list would have more than ${MOST_REFERENCES} references. Ask for a shorter period, or choose values of splits.`,
    );
  const known = new Set(rows.map(({ child }) => child)).size;
  return { references: rows.map(({ reference }) => reference), others: children.length - known };
}

/**
 * The references to look for. A child who is sealed is like one of whom the agency knows no reference: left out of what is counted, the
 * difference from the figure would tell that somebody is.
 */
async function unsealed({ store }: Pick<Partnership, 'store'>, children: string[][]): Promise<string[][]> {
  const sealed = new Set(sealedReferences(await seals(store)));
  return children.map((refs) => (refs.some((ref) => sealed.has(ref)) ? [] : refs));
}

/** A list of the day is a name that is taken, by the one atomic step of the store: two at once cannot have the same. */
async function takeTurn(p: Pick<Partnership, 'store' | 'clock'>, person: string): Promise<void> {
  const who = createHash('sha256').update(person).digest('hex').slice(0, 32);
  const day = p.clock.now().toISOString().slice(0, 10);
  for (let turn = 1; turn <= LISTS_A_DAY; turn++)
    if (await p.store.putIfAbsent(`web/turns/${day}/${who}/${turn}`, '')) return;
  throw new SafeguardingError('too-many', `You have asked for ${LISTS_A_DAY} lists today. There are more tomorrow.`);
}

async function matched(
  p: Pick<Partnership, 'engine'>,
  agency: string,
  own: string[],
  children: string[][],
): Promise<{ child: string; reference: string }[]> {
  const session = await p.engine.session();
  try {
    const asked = children.flatMap((refs, i) => refs.map((ref) => [String(i), ref]));
    await session.load('asked', ['child', 'source_ref'], asked);
    await session.run(
      `create or replace temp view own as ${own.map((query) => `select source_ref, agency, local_id from (${query})`).join(' union all ')}`,
    );
    return await session.rows(readSql(import.meta.url, './re-identify.sql'), [agency]);
  } finally {
    session.close();
  }
}
