// Who is who: which references of the agencies stand for one child. Exact evidence only; what is in doubt stays apart.
import { randomBytes } from 'node:crypto';
import { readSql } from '../../files.ts';
import type { Session } from '../../engines/engine.ts';
import { Clusters } from './clusters.ts';

export interface Links {
  agencies: { agency: string; children: number; linked: number }[];
  methods: { method: string; links: number }[];
  /** Links that were not made because they would have merged two stable ids of one agency. */
  conflicts: number;
}

interface Node {
  source_ref: string;
  agency: string;
  stable: boolean;
  /** The child that it stood for before. */
  had: string | null;
}

/**
 * Links the references in the view `identity` (source_ref, agency, local_id, nhs_number, upn, surname, forename, birth_date) and
 * the view `event_of` (agency, source_ref, domain, event_ref), and makes the table `person_map` (source_ref, child_ref).
 * A child keeps the random reference that it has in the table `before`, which is like `person_map`.
 * @param sealed references that are linked with none: each is a child of its own
 */
export async function link(session: Session, sealed: readonly string[] = []): Promise<Links> {
  await session.load(
    'sealed',
    ['source_ref'],
    sealed.map((ref) => [ref]),
  );
  const run = (name: string) => session.run(readSql(import.meta.url, name));
  await run('./reference.sql');
  await run('./identity-keys.sql');
  await session.run(`create or replace temp table edge as ${readSql(import.meta.url, './edges.sql')}`);
  await run('./settled.sql');
  await run('./undecided.sql');
  const nodes = await session.rows<Node>('select source_ref, agency, stable, had from undecided');
  const clusters = new Clusters(nodes.map((n) => ({ ref: n.source_ref, agency: n.agency, stable: n.stable })));
  const evidence = await session.rows<{ method: string; links: number }>(readSql(import.meta.url, './methods.sql'));
  const made = new Map(evidence.map(({ method, links }) => [method, links]));
  let conflicts = 0;
  for (const edge of await session.rows<{ method: string; a: string; b: string }>(
    'select method, a, b from edge where a in (select source_ref from undecided) order by place, votes desc, a, b',
  )) {
    const merged = clusters.merge(edge.a, edge.b);
    if (merged === 'merged') made.set(edge.method, made.get(edge.method)! + 1);
    if (merged === 'conflict') conflicts += 1;
  }
  await session.load('named', ['source_ref', 'child_ref'], name(clusters.groups(), nodes));
  await session.run(
    'create or replace temp table person_map as select source_ref, child_ref from named union all select source_ref, had from reference anti join named using (source_ref)',
  );
  return {
    agencies: await session.rows(readSql(import.meta.url, './per-agency.sql')),
    methods: [...made].map(([method, links]) => ({ method, links })).filter(({ links }) => links > 0),
    conflicts,
  };
}

/** Gives each group the reference that most of its members had before, or a new random one. */
function name(groups: string[][], nodes: Node[]): [ref: string, child: string][] {
  const before = new Map(nodes.map((n) => [n.source_ref, n.had]));
  const taken = new Set<string>();
  return groups
    .toSorted((a, b) => b.length - a.length)
    .flatMap((group) => {
      const votes = new Map<string, number>();
      for (const ref of group) {
        const had = before.get(ref);
        if (had && !taken.has(had)) votes.set(had, (votes.get(had) ?? 0) + 1);
      }
      const kept = [...votes].sort(([a, n], [b, m]) => m - n || a.localeCompare(b))[0]?.[0];
      const child = kept ?? randomBytes(16).toString('base64url');
      taken.add(child);
      return group.map((ref): [string, string] => [ref, child]);
    });
}
