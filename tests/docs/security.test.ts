// docs/security.md claims no control, and docs/dpia.md no measure, without a test that is there.
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { faults, read } from './claims.ts';

const rows = read('docs/security.md')
  .split('## Controls')[1]!
  .split('\n## ')[0]!
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2);

it('knows a claim that is none', () => {
  const own = 'tests/docs/security.test.ts';
  expect(faults(['tests/docs/none.test.ts', 'docs/security.md', `${own}#no` + 'where', `${own}#faults`])).toHaveLength(
    4,
  );
  expect(faults([`${own}#knows a claim that is none`])).toEqual([]);
});

it('names a test for every control, and each is there', () => {
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows) {
    const cells = row.split('|').map((cell) => cell.trim());
    const claims = [...cells.at(-3)!.matchAll(/`([^`]+)`/g)].map(([, claim]) => claim!);
    expect(claims.length, row).toBeGreaterThan(0);
    expect(faults(claims)).toEqual([]);
  }
});

it('has a row for every threat of the catalogue, or says that it is not held off', () => {
  const CATALOGUE = { A: 6, B: 14, C: 6, D: 14, R: 16 };
  const ids = Object.entries(CATALOGUE).flatMap(([letter, n]) =>
    Array.from({ length: n }, (_, i) => `${letter}${i + 1}`),
  );
  const held = rows.flatMap((row) => row.split('|')[1]!.trim().split(', '));
  const left = read('docs/security.md').split('## What is not done')[1]!.split('\n## ')[0]!;
  const told = [...left.matchAll(/\*\*([ABCDR]\d+)\*\*/g)].map(([, id]) => id!);
  expect(ids.filter((id) => !held.includes(id) && !told.includes(id))).toEqual([]);
  expect([...held, ...told].filter((id) => id !== '-' && !ids.includes(id))).toEqual([]);
  expect(told.filter((id) => held.includes(id))).toEqual([]);
});

it('docs/dpia.md names tests that are there, and every extract', () => {
  const text = read('docs/dpia.md');
  const claims = [...text.matchAll(/`(tests\/[^`]+)`/g)].map(([, claim]) => claim!);
  expect(claims.length).toBeGreaterThan(20);
  expect(faults(claims)).toEqual([]);
  const extracts = readdirSync('etl/contracts').map((file) => `\`${file.replace('.odcs.yaml', '')}\``);
  expect(extracts.filter((id) => id.includes('-') && !text.includes(id))).toEqual([]);
});
