// What a loss of power leaves is what was synced. A test cannot cut the power: it looks at the order in which a disk is asked.
import { utimesSync, writeFileSync } from 'node:fs';
import * as node from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { type Disk, folderStore } from '../../../etl/storage/folder.ts';
import { scratchFolder } from '../../partnerships.ts';

/** A disk that writes down what it is asked, with each folder and file under a plain name. */
function recording(root: string): { disk: Disk; asked: string[] } {
  const asked: string[] = [];
  const plain = (path: unknown) => (relative(root, String(path)) || '.').replace(/[0-9a-f-]{36}/, '*');
  const rename: Disk['rename'] = (from, to) => {
    asked.push(`rename ${plain(to)}`);
    return node.rename(from, to);
  };
  const link: Disk['link'] = (from, to) => {
    asked.push(`link ${plain(to)}`);
    return node.link(from, to);
  };
  const open: Disk['open'] = async (path, ...how) => {
    const handle = await node.open(path, ...how);
    const sync = handle.sync.bind(handle);
    handle.sync = () => {
      asked.push(`sync ${plain(path)}`);
      return sync();
    };
    return handle;
  };
  return { disk: { ...node, open, rename, link }, asked };
}

it.each([
  ['put', 'rename', (store: ReturnType<typeof folderStore>) => store.put('lake/a/b', 'x')],
  ['putIfAbsent', 'link', (store: ReturnType<typeof folderStore>) => store.putIfAbsent('lake/a/b', 'x')],
])('%s syncs the new folders, the file before it has its name, and the folder after', async (_put, naming, put) => {
  const root = scratchFolder();
  const { disk, asked } = recording(root);
  await put(folderStore(root, disk));
  expect(asked).toEqual(['sync lake', 'sync .', 'sync lake/a/b.*.part', `${naming} lake/a/b`, 'sync lake/a']);
});

it('a file that is taken in is synced before it has its name', async () => {
  const root = scratchFolder();
  const { disk, asked } = recording(root);
  const file = join(root, 'made');
  writeFileSync(file, 'rows');
  await folderStore(root, disk).putFile('lake/b', file);
  expect(asked).toEqual(['sync .', 'rename lake/b.*.part', 'sync lake/b.*.part', 'rename lake/b', 'sync lake']);
});

it('the loser of a race syncs the folder too, since it goes on as if the winner were safe', async () => {
  const root = scratchFolder();
  await folderStore(root).put('lake/a', 'x');
  const { disk, asked } = recording(root);
  expect(await folderStore(root, disk).putIfAbsent('lake/a', 'y')).toBe(false);
  expect(asked.at(-1)).toBe('sync lake');
});

it('takes a file in from another disk', async () => {
  const root = scratchFolder();
  const file = join(root, 'made');
  writeFileSync(file, 'rows');
  let away = true;
  const rename: Disk['rename'] = async (from, to) => {
    if (!away) return node.rename(from, to);
    away = false;
    throw Object.assign(new Error('cross-device link'), { code: 'EXDEV' });
  };
  const store = folderStore(root, { ...node, rename });
  await store.putFile('lake/a', file);
  expect([(await store.read('lake/a'))!.toString(), await node.readdir(join(root, 'lake'))]).toEqual(['rows', ['a']]);
});

it('sweeps what killed writers left long ago, and nothing else', async () => {
  const root = scratchFolder();
  const store = folderStore(root);
  await store.put('lake/a', 'x');
  const [old, young] = ['1', '2'].map((n) => join(root, `lake/a.${n.repeat(8)}-0000-4000-8000-000000000000.part`));
  const theirs = join(root, 'lake', 'a.part');
  for (const path of [old!, young!, theirs]) writeFileSync(path, 'half');
  for (const path of [old!, theirs]) utimesSync(path, 1000, 1000);
  expect(await store.list('lake/')).toEqual(['lake/a']);
  expect(await store.sweep(new Date(Date.now() - 60_000))).toBe(1);
  expect((await node.readdir(join(root, 'lake'))).sort()).toEqual(
    ['a', young!.slice(join(root, 'lake/').length), 'a.part'].sort(),
  );
});

const failing = (code: string, only: string): Disk => {
  const fail = async (): Promise<never> => {
    throw Object.assign(new Error(`${code}: no, open '/home/somebody/A CHILD'`), { code });
  };
  return { ...node, [only]: fail };
};

it.each([
  ['ENOSPC', 'open', 'The disk of the data folder is full.'],
  ['EACCES', 'open', 'The data folder may not be read or written'],
  ['EROFS', 'mkdir', 'The disk of the data folder can only be read.'],
])('tells of %s without a path', async (code, only, told) => {
  const store = folderStore(scratchFolder(), failing(code, only));
  const error = await store.put('lake/a', 'x').catch((e: Error) => e);
  expect(error).toMatchObject({
    name: 'SafeguardingError',
    kind: 'unavailable',
    message: expect.stringContaining(told),
  });
  expect(JSON.stringify(error)).not.toContain('CHILD');
});

it('leaves nothing half-written where the disk is full', async () => {
  const root = scratchFolder();
  const open: Disk['open'] = async (...how) => {
    const handle = await node.open(...how);
    if (how[1] === 'wx') handle.writeFile = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    return handle;
  };
  await expect(folderStore(root, { ...node, open }).put('lake/a', 'x')).rejects.toThrow(
    'disk of the data folder is full',
  );
  expect(await node.readdir(join(root, 'lake'))).toEqual([]);
  await folderStore(root).put('lake/a', 'x');
});
