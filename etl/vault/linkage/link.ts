// Who is who: which references of the agencies stand for one child. Exact evidence only; what is in doubt stays apart.
import { randomBytes } from 'node:crypto';
import { readSql } from '../../files.ts';
import type { Session } from '../../engines/engine.ts';
import { Clusters } from './clusters.ts';

export interface Links {
  /** Reference to child. */
  children: Map<string, string>;
  agencies: { agency: string; children: number; linked: number }[];
  methods: { method: string; links: number }[];
  /** Links that were not made because they would have merged two stable ids of one agency. */
  conflicts: number;
}

interface Node {
  source_ref: string;
  agency: string;
  stable: boolean;
}

/**
 * Links the references in the view `identity` (source_ref, agency, local_id, nhs_number, upn, surname, forename, birth_date) and
 * the view `event_of` (agency, source_ref, domain, event_ref).
 * @param before the children of the snapshot before: a child keeps its random reference
 */
export async function link(session: Session, before: ReadonlyMap<string, string>): Promise<Links> {
  await session.run(readSql(import.meta.url, './identity-keys.sql'));
  const nodes = await session.rows<Node>(
    'select source_ref, any_value(agency) as agency, bool_or(local_id is not null) as stable from identity group by source_ref order by source_ref',
  );
  const clusters = new Clusters(nodes.map((n) => ({ ref: n.source_ref, agency: n.agency, stable: n.stable })));
  const made = new Map<string, number>();
  let conflicts = 0;
  for (const edge of await session.rows<{ method: string; a: string; b: string }>(
    readSql(import.meta.url, './edges.sql'),
  )) {
    const merged = clusters.merge(edge.a, edge.b);
    if (merged === 'merged') made.set(edge.method, (made.get(edge.method) ?? 0) + 1);
    if (merged === 'conflict') conflicts += 1;
  }
  const groups = clusters.groups();
  return {
    children: name(groups, before),
    agencies: perAgency(groups, nodes),
    methods: [...made].map(([method, links]) => ({ method, links })),
    conflicts,
  };
}

/** Gives each group the reference that most of its members had before, or a new random one. */
function name(groups: string[][], before: ReadonlyMap<string, string>): Map<string, string> {
  const children = new Map<string, string>();
  const taken = new Set<string>();
  for (const group of groups.toSorted((a, b) => b.length - a.length)) {
    const votes = new Map<string, number>();
    for (const ref of group) {
      const had = before.get(ref);
      if (had && !taken.has(had)) votes.set(had, (votes.get(had) ?? 0) + 1);
    }
    const kept = [...votes].sort(([a, n], [b, m]) => m - n || a.localeCompare(b))[0]?.[0];
    const child = kept ?? randomBytes(16).toString('base64url');
    taken.add(child);
    for (const ref of group) children.set(ref, child);
  }
  return children;
}

function perAgency(groups: string[][], nodes: Node[]): Links['agencies'] {
  const agencyOf = new Map(nodes.map((n) => [n.source_ref, n.agency]));
  const counts = new Map<string, { children: number; linked: number }>();
  for (const group of groups) {
    const agencies = new Set(group.map((ref) => agencyOf.get(ref)!));
    for (const agency of agencies) {
      const count = counts.get(agency) ?? { children: 0, linked: 0 };
      count.children += 1;
      if (agencies.size > 1) count.linked += 1;
      counts.set(agency, count);
    }
  }
  return [...counts].map(([agency, count]) => ({ agency, ...count })).sort((a, b) => a.agency.localeCompare(b.agency));
}
