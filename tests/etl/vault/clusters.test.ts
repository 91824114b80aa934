import { expect, it } from 'vitest';
import fc from 'fast-check';
import { Clusters, type Reference } from '../../../etl/vault/linkage/clusters.ts';

const reference = (ref: string, agency: string, stable = true): Reference => ({ ref, agency, stable });

it('never merges two stable ids of one agency, not even by way of a third', () => {
  const clusters = new Clusters([
    reference('police 1', 'police'),
    reference('council 1', 'council'),
    reference('council 2', 'council'),
  ]);
  expect(clusters.merge('police 1', 'council 1')).toBe('merged');
  expect(clusters.merge('police 1', 'council 2')).toBe('conflict');
  expect(
    clusters
      .groups()
      .map((g) => g.length)
      .sort(),
  ).toEqual([1, 2]);
});

it('merges rows that have no id of their own into the child they belong to', () => {
  const clusters = new Clusters([
    reference('council 1', 'council'),
    reference('a row', 'council', false),
    reference('another', 'council', false),
  ]);
  clusters.merge('council 1', 'a row');
  expect(clusters.merge('another', 'a row')).toBe('merged');
  expect(clusters.merge('another', 'council 1')).toBe('already');
});

it('keeps every reference in exactly one group, with at most one stable id of each agency, whatever is merged', () => {
  const refs = Array.from({ length: 12 }, (_, i) =>
    reference(`r${i}`, ['police', 'council', 'schools'][i % 3]!, i % 4 !== 0),
  );
  const merges = fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 40 });
  fc.assert(
    fc.property(merges, (pairs) => {
      const clusters = new Clusters(refs);
      for (const [a, b] of pairs) clusters.merge(`r${a}`, `r${b}`);
      const groups = clusters.groups();
      expect(groups.flat().sort()).toEqual(refs.map((r) => r.ref).sort());
      for (const group of groups) {
        const stable = group.map((ref) => refs.find((r) => r.ref === ref)!).filter((r) => r.stable);
        expect(new Set(stable.map((r) => r.agency)).size).toBe(stable.length);
      }
    }),
  );
});
