// What every Store promises.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Store } from '../../../etl/storage/store.ts';
import { scratchFolder } from '../../partnerships.ts';

const text = async (store: Store, key: string) => new TextDecoder().decode((await store.read(key))!);
const fileOf = (content: string) => {
  const file = join(scratchFolder(), 'file');
  writeFileSync(file, content, { mode: 0o644 });
  return file;
};

/** @param make an empty store */
export function storeContract(make: () => Store | Promise<Store>): void {
  it('gives back what was put, and undefined for what was not', async () => {
    const store = await make();
    await store.put('lake/a.json', 'one');
    await store.put('lake/a.json', 'two');
    expect(await text(store, 'lake/a.json')).toBe('two');
    expect(await store.read('lake/b.json')).toBeUndefined();
    expect(await store.read('lake/folder/b.json')).toBeUndefined();
    expect(await store.modified('lake/b.json')).toBeUndefined();
  });

  it('keeps bytes as they are', async () => {
    const store = await make();
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
    await store.put('landing/x/content', bytes);
    await store.put('lake/empty', '');
    expect(Buffer.from((await store.read('landing/x/content'))!).equals(bytes)).toBe(true);
    expect((await store.read('lake/empty'))!).toHaveLength(0);
  });

  it('lets one of twenty racing writers win, and shows what was written to each of the others at once', async () => {
    const store = await make();
    const seen: string[] = [];
    const won = await Promise.all(
      Array.from({ length: 20 }, async (_, i) => {
        const first = await store.putIfAbsent('lake/_log/1', `writer ${i}`);
        seen.push(await text(store, 'lake/_log/1'));
        return first;
      }),
    );
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(new Set(seen)).toEqual(new Set([`writer ${won.indexOf(true)}`]));
  });

  it('replaces whole: a reader sees the old bytes or the new', async () => {
    const store = await make();
    const versions = ['a', 'b'].map((letter) => letter.repeat(500_000));
    await store.put('lake/big', versions[0]!);
    let writing = true;
    const writes = (async () => {
      for (let i = 1; i <= 20; i++) {
        const next = versions[i % 2]!;
        await (i % 3 === 0 ? store.putFile('lake/big', fileOf(next)) : store.put('lake/big', next));
        await new Promise(setImmediate);
      }
      writing = false;
    })();
    let reads = 0;
    while (writing) {
      expect(versions.includes(await text(store, 'lake/big'))).toBe(true);
      expect(versions.includes(readFileSync(await store.localPath('lake/big'), 'utf8'))).toBe(true);
      reads += 1;
      await new Promise(setImmediate);
    }
    await writes;
    expect(reads).toBeGreaterThan(2);
  });

  it('lists keys below a prefix, sorted, and none for a prefix that is not there', async () => {
    const store = await make();
    for (const key of ['lake/x/2', 'lake/x/1', 'lake/y/1', 'vault/x/1', 'lake/xx/1']) await store.put(key, '');
    expect(await store.list('lake/x/')).toEqual(['lake/x/1', 'lake/x/2']);
    expect(await store.list('lake/')).toEqual(['lake/x/1', 'lake/x/2', 'lake/xx/1', 'lake/y/1']);
    expect(await store.list('nothing/')).toEqual([]);
  });

  it('takes a file in whole, and gives a path to read it from', async () => {
    const store = await make();
    const file = fileOf('rows');
    await store.putFile('lake/tables/t.parquet', file);
    expect(existsSync(file)).toBe(false);
    expect(readFileSync(await store.localPath('lake/tables/t.parquet'), 'utf8')).toBe('rows');
    expect(statSync(await store.localPath('lake/tables/t.parquet')).mode & 0o777).toBe(0o600);
    await expect(store.putFile('lake/tables/u.parquet', file)).rejects.toThrow('ENOENT');
    expect(await store.list('lake/')).toEqual(['lake/tables/t.parquet']);
  });

  it('removes what is there, and minds nothing that is not', async () => {
    const store = await make();
    await store.put('lake/a', '1');
    expect((await store.modified('lake/a'))!.getTime()).toBeGreaterThan(Date.now() - 60_000);
    await store.remove('lake/a');
    await store.remove('lake/a');
    expect([await store.read('lake/a'), await store.list('lake/')]).toEqual([undefined, []]);
    expect(await store.putIfAbsent('lake/a', '2')).toBe(true);
  });

  it('refuses keys that could leave the store, or that no reader would find', async () => {
    const store = await make();
    const odd = [
      '',
      '/',
      '/etc/passwd',
      '../out',
      'lake/../../out',
      'lake//a',
      'lake/',
      'lake/.',
      'lake\\a',
      'a\0b',
      'a.part',
    ];
    for (const key of odd) {
      await expect(store.read(key), key).rejects.toThrow('not a key');
      await expect(store.put(key, ''), key).rejects.toThrow('not a key');
      await expect(store.putIfAbsent(key, ''), key).rejects.toThrow('not a key');
      await expect(store.putFile(key, fileOf('')), key).rejects.toThrow('not a key');
      await expect(store.localPath(key), key).rejects.toThrow('not a key');
      await expect(store.modified(key), key).rejects.toThrow('not a key');
      await expect(store.remove(key), key).rejects.toThrow('not a key');
    }
  });

  it('refuses prefixes that are none', async () => {
    for (const prefix of ['', '/', 'lake', '../', 'lake/../'])
      await expect((await make()).list(prefix), prefix).rejects.toThrow(/not a key|ends with a slash/);
  });
}
