import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { duckdb } from '../../../etl/engines/duckdb.ts';
import type { Engine } from '../../../etl/engines/engine.ts';
import { link, type Links } from '../../../etl/vault/linkage/link.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await duckdb();
});
afterAll(() => engine.close());

type Who = {
  ref: string;
  agency?: string;
  id?: string | null;
  nhs?: string;
  upn?: string;
  surname?: string;
  forename?: string;
  born?: string;
};
/** What was linked, and which child each reference stands for. */
type Linked = Links & { children: Map<string, string> };
type Event = { agency: string; ref: string; event: string };

async function linked(people: Who[], events: Event[] = [], before = new Map<string, string>()): Promise<Linked> {
  const session = await engine.session();
  const rows = people.map((w) => [
    w.ref,
    w.agency ?? w.ref.split(' ')[0]!,
    w.id === undefined ? w.ref : w.id,
    w.nhs ?? null,
    w.upn ?? null,
    w.surname ?? null,
    w.forename ?? null,
    w.born ?? null,
  ]);
  await session.load(
    'people',
    ['source_ref', 'agency', 'local_id', 'nhs_number', 'upn', 'surname', 'forename', 'born'],
    rows,
  );
  await session.run(
    'create temp view identity as select * exclude (born), cast(born as date) as birth_date from people',
  );
  await session.load(
    'event_of',
    ['agency', 'source_ref', 'domain', 'event_ref'],
    events.map((e) => [e.agency, e.ref, 'episode', e.event]),
  );
  await session.load('before', ['source_ref', 'child_ref'], before);
  const links = await link(session);
  const map = await session.rows<{ source_ref: string; child_ref: string }>('from person_map');
  session.close();
  return { ...links, children: new Map(map.map((row) => [row.source_ref, row.child_ref])) };
}

/** The references that are one child with others, in groups. */
const together = ({ children }: Linked) => {
  const groups = new Map<string, string[]>();
  for (const [ref, child] of children) groups.set(child, [...(groups.get(child) ?? []), ref].sort());
  return [...groups.values()].filter((g) => g.length > 1).sort();
};

const ann = { surname: 'Testone', forename: 'Ann', born: '2014-05-06' };

describe('two agencies mean one child', () => {
  it.each<[string, Who[], Event[]?]>([
    [
      "a return interview names the police's episode",
      [{ ref: 'police 1' }, { ref: 'council 1' }],
      [
        { agency: 'police', ref: 'police 1', event: 'E1' },
        { agency: 'council', ref: 'council 1', event: 'E1' },
      ],
    ],
    [
      'both have the NHS number',
      [
        { ref: 'health 1', nhs: '9990000018' },
        { ref: 'council 1', nhs: '9990000018' },
      ],
    ],
    [
      'both have the UPN',
      [
        { ref: 'schools 1', upn: 'A1' },
        { ref: 'council 1', upn: 'A1' },
      ],
    ],
    [
      'name and birthday agree',
      [
        { ref: 'police 1', ...ann },
        { ref: 'council 1', ...ann, surname: 'TESTONE' },
      ],
    ],
    [
      'they agree but for accents, hyphens and apostrophes',
      [
        { ref: 'police 1', ...ann, surname: 'O’Brien-Wójcik' },
        { ref: 'council 1', ...ann, surname: "O'BRIEN WOJCIK" },
      ],
    ],
    [
      'the police could not write Ł',
      [
        { ref: 'police 1', ...ann, forename: '?ukasz' },
        { ref: 'council 1', ...ann, forename: 'Łukasz' },
      ],
    ],
    [
      'one wrote L for Ł',
      [
        { ref: 'police 1', ...ann, forename: 'Lukasz' },
        { ref: 'council 1', ...ann, forename: 'Łukasz' },
      ],
    ],
    [
      'one doubled a letter',
      [
        { ref: 'police 1', ...ann, forename: 'Georrge' },
        { ref: 'council 1', ...ann, forename: 'George' },
      ],
    ],
    [
      'spellings that agree are spread over rows',
      [
        { ref: 'police 1', ...ann, forename: 'Anb' },
        { ref: 'police 1', ...ann, surname: 'Tetsone', born: undefined },
        { ref: 'council 1', ...ann },
      ],
    ],
  ])('when %s', async (_why, people, events) => {
    expect(together(await linked(people, events))).toEqual([[...new Set(people.map((w) => w.ref))].sort()]);
  });
});

describe('two agencies do not mean one child', () => {
  it.each<[string, Who[]]>([
    [
      'for twins: same surname and birthday, other first name',
      [
        { ref: 'police 1', ...ann },
        { ref: 'council 1', ...ann, forename: 'Amy' },
      ],
    ],
    [
      "when a twin was once written down under the other's name",
      [
        { ref: 'police 1', ...ann },
        { ref: 'police 2', ...ann, forename: 'Amy' },
        { ref: 'police 2', ...ann },
        { ref: 'council 1', ...ann },
      ],
    ],
    [
      'when the birthday is not known',
      [
        { ref: 'police 1', ...ann, born: undefined },
        { ref: 'council 1', ...ann, born: undefined },
      ],
    ],
    [
      'when two children of one agency hold the number',
      [
        { ref: 'health 1', nhs: '9990000018' },
        { ref: 'health 2', nhs: '9990000018' },
        { ref: 'council 1', nhs: '9990000018' },
      ],
    ],
  ])('%s', async (_why, people) => {
    expect(together(await linked(people))).toEqual([]);
  });
});

it('links two agencies although a third has two children of that name', async () => {
  const links = await linked([
    { ref: 'police 1', ...ann },
    { ref: 'council 1', ...ann },
    { ref: 'schools 1', ...ann },
    { ref: 'schools 2', ...ann },
  ]);
  expect(together(links)).toEqual([['council 1', 'police 1']]);
});

it('lets better evidence win where two stable ids of one agency claim the same child', async () => {
  const links = await linked([
    { ref: 'council 1', nhs: '9990000018', ...ann },
    { ref: 'council 2', upn: 'A1' },
    { ref: 'health 1', nhs: '9990000018', upn: 'A1' },
  ]);
  expect(together(links)).toEqual([['council 1', 'health 1']]);
  expect(links.conflicts).toBe(1);
});

it('brings rows without an id of their own to the child they describe', async () => {
  const links = await linked([
    { ref: 'council 1', nhs: '9990000018' },
    { ref: 'council row', id: null, nhs: '9990000018' },
    { ref: 'council other', id: null, nhs: '9990000018' },
  ]);
  expect(together(links)).toEqual([['council 1', 'council other', 'council row']]);
});

it("keeps children's references, and on a merge the one that most of them had", async () => {
  const before = new Map([
    ['police 1', 'child A'],
    ['council 1', 'child B'],
    ['schools 1', 'child B'],
  ]);
  const links = await linked(
    [
      { ref: 'police 1', ...ann },
      { ref: 'council 1', ...ann, upn: 'A1' },
      { ref: 'schools 1', upn: 'A1' },
      { ref: 'police 2' },
    ],
    [],
    before,
  );
  expect(links.children.get('police 1')).toBe('child B');
  expect(links.children.get('police 2')).toMatch(/^[\w-]{22}$/);
});

it.each([
  ['one of three leaves', [['police 1', 'council 1', 'schools 1']], [['police 1', 'council 1'], ['schools 1']]],
  ['a pair changes partners', [['police 1', 'council 1'], ['schools 1']], [['police 1', 'schools 1'], ['council 1']]],
  ['a pair parts', [['police 1', 'council 1']], [['police 1'], ['council 1']]],
])('tells children apart anew when %s', async (_, then, now) => {
  const people = (groups: string[][]) =>
    groups.flatMap((group, i) => group.map((ref) => ({ ref, nhs: `999000000${i}` })));
  const links = await linked(people(now), [], (await linked(people(then))).children);
  expect(new Set(links.children.values()).size).toBe(2);
  expect(together(links)).toEqual(now.filter((group) => group.length > 1).map((group) => group.toSorted()));
});

it('gives the groups that linking from nothing gives, whatever was linked before, and a group that stays keeps its child', async () => {
  const agencies = ['police', 'council', 'schools'];
  const who = fc.record({
    ref: fc.constantFrom(...agencies.flatMap((agency) => [1, 2, 3].map((n) => `${agency} ${n}`))),
    id: fc.constantFrom(undefined, undefined, null),
    nhs: fc.constantFrom(undefined, '9990000018', '9990000026'),
    upn: fc.constantFrom(undefined, 'A1', 'A2'),
    forename: fc.constantFrom(undefined, 'Ann', 'Ben'),
    surname: fc.constant('Testone'),
    born: fc.constant('2014-05-06'),
  });
  const state = fc.uniqueArray(who, { selector: (w) => w.ref, maxLength: 8 });
  const groups = ({ children }: Linked) =>
    new Map(
      [...new Set(children.values())].map((child) => [
        [...children]
          .filter(([, other]) => other === child)
          .map(([ref]) => ref)
          .sort()
          .join(),
        child,
      ]),
    );
  await fc.assert(
    fc.asyncProperty(fc.array(state, { minLength: 2, maxLength: 4 }), async (states) => {
      let before = await linked([]);
      for (const people of states) {
        const now = await linked(people, [], before.children);
        const fresh = await linked(people);
        expect([...groups(now).keys()].sort()).toEqual([...groups(fresh).keys()].sort());
        expect({ ...now, children: 0 }).toEqual({ ...fresh, children: 0 });
        for (const [group, child] of groups(before))
          if (groups(now).has(group)) expect(groups(now).get(group)).toBe(child);
        before = now;
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);

it('counts children of each agency, and those that another one knows too', async () => {
  const links = await linked([{ ref: 'police 1', ...ann }, { ref: 'police 2' }, { ref: 'council 1', ...ann }]);
  expect(links.agencies).toEqual([
    { agency: 'council', children: 1, linked: 1 },
    { agency: 'police', children: 2, linked: 1 },
  ]);
  expect(links.methods).toEqual([{ method: 'name and birthday', links: 1 }]);
});
