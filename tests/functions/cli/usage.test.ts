import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DEMO_MARK } from '../../../etl/partnership.ts';
import { scratchFolder } from '../../partnerships.ts';
import { safeguarding } from './command.ts';

it('lists its verbs', async () => {
  const { code, out } = await safeguarding('--help');
  expect(code).toBe(0);
  for (const verb of ['start', 'demo', 'land', 'check', 'build', 'query', 'log', 'rollback'])
    expect(out).toMatch(new RegExp(`^  ${verb} `, 'm'));
});

it.each([
  [[], 'Usage: safeguarding'],
  [['bogus'], "unknown command 'bogus'"],
  [['land'], "missing required argument 'path'"],
  [['land', 'no-such-file.csv'], '"no-such-file.csv" is not there'],
  [['land', 'package.json', '--extract', 'bogus'], 'There is no extract "bogus"'],
  [['query', 'ppn-received', '--grain', 'week'], 'Allowed choices are month, quarter, year, rolling12, all.'],
  [['query', 'ppn-received', '--where', 'town'], 'Expected SPLIT=VALUE'],
  [['query', 'ppn-received', '--where', 'constructor=x'], 'There is no snapshot yet'],
  [['query', 'ppn-received', '--as-at', 'one'], 'Expected a whole number'],
  [['query', 'ppn-received'], 'There is no snapshot yet'],
  [['query', 'ppn-received', '--as-at', '7'], 'There is no snapshot 7'],
  [['rollback', '7'], 'There is no snapshot 7. None has been built yet.'],
  [['start', '--port', 'eighty'], 'Expected a whole number'],
  [['start', '--port', '99999'], 'Expected a whole number from 0 to 65535'],
])('exits 2 after wrong usage: %j', async (args, message) => {
  const { code, out, err } = await safeguarding(...args, ...(args.length > 1 ? ['--data', scratchFolder()] : []));
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
  expect(err).not.toContain('    at ');
});

it('gives a verdict where there is no data folder yet, and makes none', async () => {
  const data = join(scratchFolder(), 'none');
  const { code, out } = await safeguarding('check', 'package.json', '--data', data);
  expect(code).toBe(1);
  expect(out).toContain('No contract knows a file of this name');
  expect(existsSync(data)).toBe(false);
});

it.each([['query', 'ppn-received'], ['log'], ['rollback', '1']])('%s makes no data folder', async (...args) => {
  const data = join(scratchFolder(), 'none');
  const { code, err } = await safeguarding(...args, '--data', data);
  expect(code).toBe(2);
  expect(err).toContain('There is no data folder');
  expect(existsSync(data)).toBe(false);
});

it('lands nothing into the demo but its own files', async () => {
  const data = scratchFolder();
  const file = (folder: string) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'letter.txt'), 'Dear all');
    return join(folder, 'letter.txt');
  };
  writeFileSync(join(data, DEMO_MARK), '{}');
  const real = await safeguarding('land', file(scratchFolder()), '--data', data);
  expect([real.code, existsSync(join(data, 'lake'))]).toEqual([2, false]);
  expect(real.err).toContain('holds the demo, whose children are invented');
  expect((await safeguarding('land', file(join(data, 'demo-files')), '--data', data)).code).toBe(1);
});

it('exits 2 when the data folder is a file', async () => {
  const { code, err } = await safeguarding('log', '--data', 'package.json');
  expect(code).toBe(2);
  expect(err).toContain('It is a file. Expected a folder');
});

it('exits 1 when a file was refused, and says why', async () => {
  const data = scratchFolder();
  const file = join(scratchFolder(), 'letter.txt');
  writeFileSync(file, 'Dear all');
  for (const verb of ['check', 'land']) {
    const { code, out } = await safeguarding(verb, file, '--data', data);
    expect([verb, code]).toEqual([verb, 1]);
    expect(out).toContain('refused: unknown file');
  }
  expect(existsSync(join(data, 'lake/receipts'))).toBe(true);
});

it('shows a name that would steer the terminal, and does not obey it', async () => {
  const folder = scratchFolder();
  writeFileSync(join(folder, 'a\u001b[2J\nb\u202e.csv'), 'x');
  const { err } = await safeguarding('land', folder, '--data', scratchFolder());
  expect(err).toContain('a\\u{1b}[2J\\u{a}b\\u{202e}.csv');
});

it('keeps nothing of a file that is only checked', async () => {
  const data = scratchFolder();
  await safeguarding('check', 'package.json', '--data', data);
  expect(existsSync(join(data, 'lake'))).toBe(false);
  expect(readdirSync(join(data, 'landing'), { recursive: true })).toEqual(['scratch']);
});

it('says nothing of an unexpected error but its kind', async () => {
  const data = join(scratchFolder(), 'CANARY');
  mkdirSync(data);
  writeFileSync(join(data, 'vault'), 'a file where a folder should be');
  const { code, err } = await safeguarding('build', '--data', data);
  expect(code).toBe(1);
  expect(err).toMatch(/^Something went wrong that should not \(\w+\)\./);
  expect(err).not.toContain('CANARY');
});
