// Every kind of hostile or broken file ends in a receipt or an error that a supplier can act on, and harms nothing else.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Expected } from './kind.ts';
import { groups } from './kinds.ts';
import type { Ended, Summary } from './run.ts';

const HANG = 30_000;
const MEGABYTES = 1024;
const ended = new Map<string, Ended>();
let summary: Summary | undefined;
let said = '';
const id = (group: string, name: string) => `${group}: ${name}`;

beforeAll(async () => {
  const run = fileURLToPath(new URL('./run.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', run], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 200_000,
    killSignal: 'SIGKILL',
  });
  let told = '';
  child.stdout.on('data', (data: Buffer) => (told += data));
  child.stderr.on('data', (data: Buffer) => (said += data));
  await new Promise((resolve) => child.on('close', resolve));
  for (const line of told
    .split('\n')
    .filter(Boolean)
    .map((text) => JSON.parse(text) as Ended | Summary))
    if ('name' in line) ended.set(id(line.group, line.name), line);
    else summary = line;
});

function expectCounts({ receipt, staged }: Ended): void {
  if (!receipt) return;
  expect(receipt.rows).toBe(receipt.accepted + receipt.rejected + receipt.repeated);
  expect(staged?.length ?? 0).toBe(receipt.accepted);
}

function expectOutcome({ receipt, error, staged, leftAlone }: Ended, expected: Expected): void {
  if (expected.outcome === 'error') return expect(error).toContain(expected.says);
  expect(error).toBeUndefined();
  if (expected.outcome === 'left alone') return expect(leftAlone).toBe(1);
  expect(receipt).toMatchObject({ outcome: expected.outcome, accepted: expected.accepted });
  expect(staged?.[0] ?? {}).toMatchObject(expected.holds ?? {});
  const reasons = receipt!.reasons;
  for (const [rule, column, ...rows] of expected.faults ?? []) {
    const told = reasons.find((reason) => reason.rule === rule && reason.column === column);
    expect(told, `${rule} in ${column} among ${JSON.stringify(reasons)}`).toBeDefined();
    if (rows.length > 0) expect(told!.example_rows).toEqual(rows);
  }
  expect(reasons[0]?.advice ?? '').toContain(expected.says ?? '');
  expect(reasons).toHaveLength(expected.faults?.length ?? 0);
}

describe.each(Object.entries(groups))('%s', (group, kinds) => {
  for (const { name, expected, notHere } of kinds)
    it.skipIf(notHere)(notHere ? `${name} (skipped: ${notHere})` : name, () => {
      const found = ended.get(id(group, name));
      expect(found, `ended before it said anything of it. ${said}`).toBeDefined();
      expectOutcome(found!, expected);
      expectCounts(found!);
      expect(found!.leaks).toBe(0);
      expect(found!.milliseconds).toBeLessThan(HANG);
    });
});

describe('all of them', () => {
  it('are at least a hundred, each of a name of its own', () => {
    const names = Object.entries(groups).flatMap(([group, kinds]) => kinds.map((kind) => id(group, kind.name)));
    expect(names.length).toBeGreaterThanOrEqual(100);
    expect(new Set(names).size).toBe(names.length);
  });

  it('write nothing to a log', () => expect(said).toBe(''));

  it('leave the snapshot as it was when they are refused, and add their own rows alone when they are taken', () => {
    const taken = [...ended.values()].filter((e) => e.receipt?.extract === 'clinic-visits');
    const visits = taken.reduce((sum, e) => sum + e.receipt!.accepted, 2);
    expect(summary).toMatchObject({ snapshots: [1, 1, 2], visits });
  });

  it('take no more memory than a small machine has', () => expect(summary!.megabytes).toBeLessThan(MEGABYTES));
});
