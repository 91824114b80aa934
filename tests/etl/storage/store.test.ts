// What every Store promises, tried on each adapter.
import { describe, expect, it } from 'vitest';
import { writeFileSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { folderStore } from '../../../etl/storage/folder.ts';
import type { Store } from '../../../etl/storage/store.ts';
import { scratchFolder } from '../../partnerships.ts';

const text = async (store: Store, key: string) => new TextDecoder().decode((await store.read(key))!);

describe.each([['folder', () => folderStore(scratchFolder())]])('the %s store', (_name, make) => {
  it('gives back what was put, and undefined for what was not', async () => {
    const store = make();
    await store.put('lake/a.json', 'one');
    await store.put('lake/a.json', 'two');
    expect(await text(store, 'lake/a.json')).toBe('two');
    expect(await store.read('lake/b.json')).toBeUndefined();
  });

  it('lets one of twenty racing writers win', async () => {
    const store = make();
    const won = await Promise.all(
      Array.from({ length: 20 }, (_, i) => store.putIfAbsent('lake/_log/1', `writer ${i}`)),
    );
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await text(store, 'lake/_log/1')).toBe(`writer ${won.indexOf(true)}`);
  });

  it('lists keys below a prefix, sorted, and none for a prefix that is not there', async () => {
    const store = make();
    for (const key of ['lake/x/2', 'lake/x/1', 'lake/y/1', 'vault/x/1']) await store.put(key, '');
    expect(await store.list('lake/x/')).toEqual(['lake/x/1', 'lake/x/2']);
    expect(await store.list('lake/')).toEqual(['lake/x/1', 'lake/x/2', 'lake/y/1']);
    expect(await store.list('nothing/')).toEqual([]);
  });

  it('takes a file in whole, and gives a path to read it from', async () => {
    const store = make();
    const file = join(scratchFolder(), 'file');
    writeFileSync(file, 'rows', { mode: 0o644 });
    await store.putFile('lake/tables/t.parquet', file);
    expect(existsSync(file)).toBe(false);
    expect(readFileSync(await store.localPath('lake/tables/t.parquet'), 'utf8')).toBe('rows');
    expect(statSync(await store.localPath('lake/tables/t.parquet')).mode & 0o777).toBe(0o600);
  });
});
