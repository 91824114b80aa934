// What the papers claim of tests is so: each named test is there, and says what it is named for.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Item {
  id: string;
  level: number;
  item: string;
  status: 'met' | 'partly' | 'live' | 'not';
  why?: string;
  test?: string;
}

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Why a test that is claimed is none: `file#words that stand in it`. The fault suites are tests of each store that runs them. */
function faultOf(claim: string): string | undefined {
  const [file, words] = claim.split('#') as [string, string?];
  if (!/^tests\/(.*\.test|faults\/suites\/.*)\.ts$/.test(file)) return `${claim}: no test file`;
  if (!existsSync(new URL(`../../${file}`, import.meta.url))) return `${claim}: not there`;
  return words === undefined || read(file).includes(words) ? undefined : `${claim}: does not say so`;
}

const faults = (claims: string[]) => claims.flatMap((claim) => faultOf(claim) ?? []);

it('knows a claim that is none', () => {
  expect(
    faults(['tests/docs/none.test.ts', 'docs/security.md', 'tests/docs/security.test.ts#no' + 'where']),
  ).toHaveLength(3);
  expect(faults(['tests/docs/security.test.ts#knows a claim that is none'])).toEqual([]);
});

describe('docs/security.md', () => {
  const rows = read('docs/security.md')
    .split('## Controls')[1]!
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2);

  it('names a test for every control, and each is there', () => {
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      const [, threat, , tests] = row.split('|').map((cell) => cell.trim());
      const claims = [...tests!.matchAll(/`([^`]+)`/g)].map(([, claim]) => claim!);
      expect(claims.length, threat).toBeGreaterThan(0);
      expect(faults(claims)).toEqual([]);
    }
  });
});

describe('docs/asvs.json', () => {
  const { items } = JSON.parse(read('docs/asvs.json')) as { items: Item[] };

  it('names each item once, by its number, with a level', () => {
    const ids = items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, level, item } of items)
      expect({ id, level, item }).toEqual({
        id: expect.stringMatching(/^\d+\.\d+\.\d+$/),
        level: expect.toBeOneOf([1, 2, 3]),
        item: expect.stringMatching(/\w/),
      });
  });

  it('claims nothing without a test that is there, and says what is missing', () => {
    const claimed = items.filter(({ status }) => status === 'met' || status === 'partly');
    expect(claimed.filter(({ test }) => test === undefined).map(({ id }) => id)).toEqual([]);
    expect(faults(claimed.map(({ test }) => test!))).toEqual([]);
    for (const { id, status, why } of items) if (status === 'partly' || status === 'not') expect(why, id).toBeTruthy();
    expect(items.map(({ status }) => status).every((status) => ['met', 'partly', 'live', 'not'].includes(status))).toBe(
      true,
    );
  });
});
