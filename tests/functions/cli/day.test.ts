// An operator's day with the command, on the demo partnership: each test goes on from the one before.
import { copyFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it, vi } from 'vitest';
import { scratchFolder } from '../../partnerships.ts';
import { askAt } from '../../signed-in.ts';
import { safeguarding, start } from './command.ts';

let data: string;
let files: string;
beforeAll(() => {
  data = scratchFolder();
  files = join(data, 'demo-files');
});
const ask = (...args: string[]) => safeguarding(...args, '--data', data);
const json = async (...args: string[]) => JSON.parse((await ask(...args, '--json')).out);

it('writes the demo files and lands nothing', async () => {
  const { code, out } = await ask('demo', '--children', '1000', '--years', '2', '--seed', '7');
  expect(code).toBe(0);
  expect(out).toMatch(/^Wrote \d+ files to .*demo-files$/m);
  expect(existsSync(join(data, 'lake'))).toBe(false);
});

it('lands folders and prints the receipts', async () => {
  const { code, out } = await ask('land', join(files, 'police-ppn'), join(files, 'council-referrals'));
  expect(code).toBe(0);
  expect(out).toMatch(/^file +extract +period +outcome +rows +accepted +rejected +repeated +warned$/m);
});

it('gives a replay its receipts again', async () => {
  const receipts: { outcome: string }[] = await json('land', join(files, 'council-referrals'));
  expect(new Set(receipts.map((r) => r.outcome))).toEqual(new Set(['duplicate']));
});

it('builds a snapshot, and none when nothing changed', async () => {
  expect(await json('build')).toMatchObject({ number: 1 });
  expect(await ask('build')).toMatchObject({ code: 0, out: expect.stringMatching(/^Snapshot 1: /) });
});

it('answers a question as CSV, as JSON and as a table', async () => {
  const question = ['query', 're-referrals-12m', '--grain', 'year', '--by', 'town,sex'];
  const csv = (await ask(...question, '--format', 'csv')).out.trimEnd().split('\n');
  expect(csv[0]).toBe('period,town,sex,numerator,denominator,value,status,sensitive');
  const { rows } = await json(...question);
  expect(csv).toHaveLength(rows.length + 1);
  for (const line of csv.slice(1))
    expect(line).toMatch(/^\d{4}-\d\d,[^,]+,[^,]+,\d+,\d+,(\d+\.\d)?,(final|provisional|incomplete),(small number)?$/);
  const table = (await ask(...question)).out;
  expect(table).toMatch(/^period +town +sex +numerator +denominator +value +status +sensitive$/m);
});

it('keeps only what is asked for, from a day and up to another', async () => {
  const all = await json('query', 'ppn-received', '--grain', 'month');
  const [first, second] = [all.rows.at(-3), all.rows.at(-2)];
  const cut = await json('query', 'ppn-received', '--from', first.period, '--to', second.to);
  expect(cut.rows).toEqual([first, second]);
  const where = await json(
    'query',
    'ppn-received',
    '--by',
    'town',
    '--where',
    'town=Hanley',
    '--where',
    'town=Stoke',
    '--grain',
    'all',
  );
  expect(where.rows.map((row: { split: { town: string } }) => row.split.town).sort()).toEqual(['Hanley', 'Stoke']);
});

it('says why there are no figures, beside the header alone', async () => {
  const { code, out, err } = await ask(
    'query',
    'ppn-received',
    '--from',
    '2001-01',
    '--to',
    '2001-12',
    '--format',
    'csv',
  );
  expect([code, out]).toEqual([0, 'period,numerator,denominator,value,status,sensitive\n']);
  expect(err).toMatch(/^There are no figures: nothing from \d{4}-\d\d-\d\d to /);
});

it('names the splits that there are', async () => {
  const { code, err } = await ask('query', 'ppn-received', '--by', 'shoe-size');
  expect(code).toBe(2);
  expect(err).toContain('no split "shoe-size". Expected one of: ');
});

it('goes back, by a new snapshot', async () => {
  expect((await ask('rollback', '1')).out).toBe('Snapshot 2 is snapshot 1 again.\n');
  const log = (await ask('log')).out.trimEnd().split('\n');
  expect(log).toHaveLength(3);
  expect(log[1]).toMatch(/^ +2 .*rollback to 1$/);
  const rows = (await json('query', 'ppn-received')).rows;
  expect((await json('query', 'ppn-received', '--as-at', '1')).rows).toEqual(rows);
});

it('serves it, and what is dropped into the inbox changes the numbers', async () => {
  const server = await start(data);
  const get = async (path: string) => (await askAt(`${server.url}${path}`)).json() as Promise<any>;
  const before = await get('/api/snapshot');
  const ppn = readdirSync(join(files, 'police-ppn')).sort().at(-1)!;
  const grown = join(scratchFolder(), ppn);
  copyFileSync(join(files, 'police-ppn', ppn), grown);
  writeFileSync(grown, '\r\n', { flag: 'a' });
  copyFileSync(grown, join(data, 'inbox/police-ppn', ppn));
  await vi.waitFor(async () => expect((await get('/api/snapshot')).number).toBeGreaterThan(before.number), {
    timeout: 60_000,
    interval: 300,
  });
  expect(await server.stop()).toBe(0);
});
