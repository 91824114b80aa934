import { readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type DemoOptions, writeDemo } from '../../../etl/demo/demo.ts';
import { scratchFolder } from '../../partnerships.ts';
import { type Row, rawRows } from './sent.ts';

type Files = Map<string, Buffer>;

async function demo(options: DemoOptions): Promise<{ folder: string; files: Files }> {
  const folder = scratchFolder();
  const paths = await writeDemo(folder, { children: 20_000, ...options });
  return { folder, files: new Map(paths.map((path) => [relative(folder, path), readFileSync(path)])) };
}

const changed = (before: Files, after: Files) =>
  [...before].filter(([path, bytes]) => !after.get(path)?.equals(bytes)).map(([path]) => basename(path));

let today: Awaited<ReturnType<typeof demo>>;
let later: Awaited<ReturnType<typeof demo>>;
beforeAll(async () => {
  today = await demo({ today: new Date('2026-11-12') });
  later = await demo({ today: new Date('2026-12-09') });
}, 60_000);

describe('a later day', () => {
  it('repeats every file of an ended period byte for byte, and grows those of the current one', () => {
    const growing = [
      'AnnexA_List1_2026Q3.csv',
      'AnnexA_List3_2026Q3.csv',
      'RHI_2026Q3.csv',
      'STAFFSPOL_PPN_202611.csv',
      'missing_2026_11.csv',
    ];
    expect(changed(today.files, later.files).toSorted()).toEqual(growing);
  });

  it('adds the files of the new month', () => {
    const added = [...later.files.keys()].filter((path) => !today.files.has(path)).map((path) => basename(path));
    expect(added.toSorted()).toEqual(['STAFFSPOL_PPN_202612.csv', 'missing_2026_12.csv']);
  });

  it.each([
    ['police-ppn', 'STAFFSPOL_PPN_202611.csv'],
    ['police-missing', 'missing_2026_11.csv'],
    ['council-contacts', 'AnnexA_List1_2026Q3.csv'],
    ['council-referrals', 'AnnexA_List3_2026Q3.csv'],
    ['council-rhi', 'RHI_2026Q3.csv'],
  ])('only adds rows to %s/%s and fills cells that were blank', (extract, name) => {
    const before = rawRows(today.folder, extract, name);
    const after = rawRows(later.folder, extract, name);
    expect(after.length).toBeGreaterThan(before.length);
    const cells = (row: Row, like: Row) =>
      Object.keys(row)
        .filter((column) => like[column] !== '')
        .map((column) => row[column]);
    before.forEach((row, i) => expect(cells(after[i]!, row)).toEqual(cells(row, row)));
  });

  it('tells nothing of days to come', () => {
    const notices = rawRows(today.folder, 'police-ppn', 'STAFFSPOL_PPN_202611.csv');
    const known = ['Created', 'Triage date'].flatMap((column) => notices.map((row) => row[column]!.slice(0, 5)));
    expect(known.every((day) => day <= '12/11' || day.startsWith('31/02'))).toBe(true);
    const returned = rawRows(today.folder, 'police-missing', 'missing_2026_11.csv').map((row) => row['returned_at']!);
    expect(returned).toContain('');
    expect(returned.every((time) => time < '2026-11-13')).toBe(true);
  });
});

it('the same seed and day give the same bytes whatever the time, another seed gives other children', async () => {
  vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09'), toFake: ['Date'] });
  const again = await demo({ today: new Date('2026-11-12') });
  vi.useRealTimers();
  expect(changed(today.files, again.files)).toEqual([]);
  const other = await demo({ today: new Date('2026-11-12'), seed: 2 });
  expect(changed(today.files, other.files)).toHaveLength(today.files.size);
});

it('a smaller city sends less of everything', () => {
  const rows = rawRows(today.folder, 'police-ppn', 'STAFFSPOL_PPN_202410.csv').length;
  expect(rows).toBeGreaterThan(250);
  expect(rows).toBeLessThan(320);
});

it('fewer years leave out files and change none', async () => {
  const { files } = await demo({ today: new Date('2026-11-12'), years: 2 });
  expect(files.has(join('police-ppn', 'STAFFSPOL_PPN_202504.csv'))).toBe(true);
  expect(files.has(join('police-ppn', 'STAFFSPOL_PPN_202503.csv'))).toBe(false);
  expect(changed(files, today.files)).toEqual([]);
});

it('an open episode is sent again until its child has returned', () => {
  const open = new Set<string>();
  const again = new Set<string>();
  for (const path of [...today.files.keys()].filter((p) => p.startsWith('police-missing'))) {
    const rows = rawRows(today.folder, 'police-missing', basename(path)).filter((row) =>
      row['episode_id']!.startsWith('MIS'),
    );
    const ids = new Set(rows.map((row) => row['episode_id']!));
    for (const id of open) expect(ids).toContain(id);
    for (const id of open) again.add(id);
    open.clear();
    for (const row of rows)
      if (row['returned_at'] === '' && !row['episode_id']!.endsWith('X') && !row['reported_at']!.includes('02-31'))
        open.add(row['episode_id']!);
  }
  expect(again.size).toBeGreaterThan(0);
});

it('writes a corrected file beside the one it replaces', () => {
  const [first, second] = ['_v1', '_v2'].map((v) =>
    rawRows(today.folder, 'police-ppn', `STAFFSPOL_PPN_202506${v}.csv`).map((row) => row['PPN Ref']!),
  );
  expect(first!.some((ref) => !second!.includes(ref))).toBe(true);
  expect([...today.files.keys()].filter((path) => path.includes('PPN_202506'))).toHaveLength(2);
});

it('refuses a city that cannot be', async () => {
  await expect(writeDemo('unused', { children: 5 })).rejects.toThrow('"children" must be from 500 to 400000');
  await expect(writeDemo('unused', { years: 0 })).rejects.toThrow('"years" must be a whole number');
});
