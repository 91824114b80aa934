import { type Session, text } from '../engines/engine.ts';
import type { Snapshot } from '../snapshots/log.ts';
import { link } from '../vault/linkage/link.ts';
import { sealedReferences } from '../vault/seal.ts';
import type { Extract } from './extracts.ts';
import { fingerprint } from './fingerprint.ts';
import { viewIdentities } from './identities.ts';
import type { Making } from './making.ts';
import { keepTable, wouldBe, write } from './table.ts';

/** Who is who, as a snapshot keeps it. */
export type Children = Pick<Snapshot, 'links'> & {
  person_map: Snapshot['tables'][string];
  children: NonNullable<Snapshot['children']>;
};

/** Links children and makes the table `person_map`; takes both from the snapshot before when no extract's rows changed. */
export async function linkChildren(m: Making, extracts: readonly Extract[]): Promise<Children> {
  const { p, session, before, scratch } = m;
  const sealed = sealedReferences(m.sealed);
  const made = fingerprint(
    extracts.map((e) => e.rows),
    ...sealed,
  );
  const known = before?.tables.person_map;
  const read = known ? `from read_parquet(${text(await p.store.localPath(known.key))})` : NOBODY;
  if (wouldBe(known, made) && before!.children?.made === made) {
    await session.run(`create or replace temp view person_map as ${read}`);
    return { links: before!.links, person_map: known, children: before!.children };
  }
  await viewIdentities(session, p.contracts, extracts.map((e) => e.identities).filter(Boolean));
  await session.run(`create or replace temp view before as ${read}`);
  const links = await link(session, sealed);
  const children = { made, agencies: await whoIsWho(session) };
  const written = await write(session, scratch, 'person_map', 'from person_map');
  return { links, person_map: await keepTable(session, p.store, 'tables', 'person_map', written, made), children };
}

const NOBODY = `select '' as source_ref, '' as child_ref where false`;

/** For each agency a number that changes when any of its references comes to stand for another child. */
async function whoIsWho(session: Session): Promise<Record<string, string>> {
  const rows = await session.rows<{ agency: string; who: string }>(
    'select agency, cast(bit_xor(hash(source_ref, child_ref)) as varchar) as who from person_map join reference using (source_ref) group by agency order by agency',
  );
  return Object.fromEntries(rows.map(({ agency, who }) => [agency, who]));
}
