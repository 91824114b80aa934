import { randomUUID } from 'node:crypto';
import { type Session, text } from '../engines/engine.ts';
import type { Snapshot } from '../snapshots/log.ts';
import { link } from '../vault/linkage/link.ts';
import { keepPeople, readPeople } from '../vault/people.ts';
import type { Extract } from './extracts.ts';
import { fingerprint } from './fingerprint.ts';
import { viewIdentities } from './identities.ts';
import type { Making } from './making.ts';
import { keepTable } from './table.ts';

/** Who is who, as a snapshot keeps it. */
export type Children = Pick<Snapshot, 'links' | 'people'> & {
  person_map: Snapshot['tables'][string];
  children: NonNullable<Snapshot['children']>;
};

/** Links children and makes the table `person_map`; takes both from the snapshot before when no extract's rows changed. */
export async function linkChildren(m: Making, extracts: readonly Extract[]): Promise<Children> {
  const { p, session, before, scratch } = m;
  const made = fingerprint(extracts.map((e) => e.rows));
  const past = before?.children?.made === made ? before : undefined;
  if (past) {
    const path = await p.store.localPath(past.tables.person_map!.key);
    await session.run(`create or replace temp view person_map as select * from read_parquet(${text(path)})`);
    return { links: past.links, people: past.people, person_map: past.tables.person_map!, children: past.children! };
  }
  await viewIdentities(session, p.contracts, extracts.map((e) => e.identities).filter(Boolean));
  const links = await link(session, before ? await readPeople(p.store, before.people) : new Map());
  await session.load('person_map', ['source_ref', 'child_ref'], links.children);
  const { agencies, methods, conflicts } = links;
  return {
    links: { agencies, methods, conflicts },
    people: await keepPeople(p.store, randomUUID(), links.children),
    person_map: await keepTable(session, p.store, 'tables', 'person_map', scratch, made),
    children: { made, agencies: await whoIsWho(session) },
  };
}

/** For each agency a number that changes when any of its references comes to stand for another child. */
async function whoIsWho(session: Session): Promise<Record<string, string>> {
  const rows = await session.rows<{ agency: string; who: string }>(
    'select agency, cast(bit_xor(hash(source_ref, child_ref)) as varchar) as who from person_map join (select distinct source_ref, agency from identity) using (source_ref) group by agency order by agency',
  );
  return Object.fromEntries(rows.map(({ agency, who }) => [agency, who]));
}
