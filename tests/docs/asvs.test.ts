// docs/asvs.json holds every requirement of the standard once, and claims nothing without a test that is there.
import { expect, it } from 'vitest';
import { chapterOf, items, levelOf, perChapter, STATUSES, withSection } from './asvs.ts';
import { faults, read } from './claims.ts';

const those = (...statuses: (typeof STATUSES)[number][]) => items.filter(({ status }) => statuses.includes(status));
const ids = (some: { id: string }[]) => some.map(({ id }) => id);

it('holds every requirement of levels 1 and 2 once, at its level', () => {
  expect(new Set(ids(items)).size).toBe(items.length);
  const held = items.filter(({ level }) => level < 3);
  expect(Object.fromEntries(held.map(({ id, level }) => [id, level]))).toEqual(Object.fromEntries(levelOf));
  expect(levelOf.size).toBe(253);
  for (const [chapter, count] of Object.entries(perChapter))
    expect([chapter, held.filter((item) => chapterOf(item) === chapter).length]).toEqual([chapter, count]);
});

it('says each in words of its own, and where it stands', () => {
  for (const { id, item, status } of items) {
    expect(STATUSES, id).toContain(status);
    expect(item, id).toMatch(/^\w.{10,}[^.]$/);
  }
});

it('claims nothing as met without a test that is there and runs', () => {
  expect(ids(those('met', 'partly').filter(({ tests }) => !tests?.length))).toEqual([]);
  expect(faults(items.flatMap(({ tests = [] }) => tests))).toEqual([]);
  expect(ids(those('live', 'not', 'not-applicable').filter(({ tests }) => tests))).toEqual([]);
});

it('says why of whatever is not met', () => {
  expect(ids(those('partly', 'live', 'not', 'not-applicable').filter(({ why }) => !why))).toEqual([]);
  expect(ids(those('met').filter(({ why }) => why))).toEqual([]);
});

it('says in docs/deploy.md how each is looked at that only a live account shows', () => {
  const looked = read('docs/deploy.md').split('## Check on the live stage')[1]!.split('\n## ')[0]!;
  const named = [...looked.matchAll(/^- \*\*([\d., ]+)\*\*/gm)].flatMap(([, list]) => list!.split(', '));
  expect(named.sort()).toEqual(ids(those('live')).sort());
});

it('is what docs/security.md lists', () => {
  const text = read('docs/security.md');
  expect(text === withSection(text), 'docs/security.md is not as docs/asvs.json: run npx tsx tests/docs/write.ts').toBe(
    true,
  );
});
