// A person is erased: nothing that is built, listed, landed again or restored knows them, and everybody else is as before.
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp } from '../../../etl/backup/backup.ts';
import { restore } from '../../../etl/backup/restore.ts';
import { build } from '../../../etl/build/build.ts';
import { land } from '../../../etl/landing/land.ts';
import { keys, listReceipts } from '../../../etl/landing/receipt.ts';
import { openPartnership, type Partnership } from '../../../etl/partnership.ts';
import { childrenOf } from '../../../etl/query/cell.ts';
import { series } from '../../../etl/query/series.ts';
import { reconcile } from '../../../etl/reconcile/reconcile.ts';
import { currentSnapshot, listSnapshots, readSnapshot, rollback } from '../../../etl/snapshots/log.ts';
import { memoryStore, type MemoryStore } from '../../faults/memory-store.ts';
import { folderStore } from '../../../etl/storage/folder.ts';
import type { Store } from '../../../etl/storage/store.ts';
import { proofOf } from '../../../etl/vault/erasure/proof.ts';
import { SWEPT, sweep } from '../../../etl/vault/erasure/sweep.ts';
import { bury, type Tombstone, tombstoneOf, tombstones } from '../../../etl/vault/erasure/tombstone.ts';
import { personBy } from '../../../etl/vault/person.ts';
import { reIdentify } from '../../../etl/vault/re-identify.ts';
import { clinicFile, visit } from '../../clinic.ts';
import { clockAt, scratchFolder } from '../../partnerships.ts';
import { twoAgencies } from '../../two-agencies.ts';

const home = twoAgencies();
const open: Partnership[] = [];
const on = async (store: Store, now = '2025-06-01T09:00:00Z') => {
  const p = await openPartnership({ data: scratchFolder(), home, store, clock: clockAt(now) });
  open.push(p);
  return p;
};
afterEach(() => open.splice(0).forEach((p) => p.close()));

const ann = { nhs: '9990000018', surname: 'Testone', forename: 'Ann' };
const ben = { patient: 'P2', nhs: '9990000026', surname: 'Testtwo', forename: 'Ben', postcode: 'ST3 1AA' };
const cem = { nhs: '9990000034', surname: 'Testthree', forename: 'Cem' };

/** Ann is the clinic's P1, the hospital's H1, and a row of the clinic without an id; Ben is the clinic's, Cem known to both. */
const clinic = () =>
  clinicFile('visits_2024_05.csv', [
    visit({ visit: 'V1', ...ann }),
    visit({ visit: 'V2', ...ben, reason: 'Illness' }),
    visit({ visit: 'V3', ...ann, patient: '', reason: 'Illness' }),
    visit({ visit: 'V4', ...cem, patient: 'P3' }),
  ]);
const ward = () =>
  clinicFile('ward_2024_05.csv', [
    visit({ visit: 'W1', ...ann, patient: 'H1' }),
    visit({ visit: 'W2', ...cem, patient: 'H3' }),
  ]);

let store: MemoryStore;
let p: Partnership;
beforeEach(async () => {
  store = memoryStore({ now: () => new Date('2025-06-01T09:00:00Z') });
  p = await on(store);
  await land(p, [clinic(), ward()]);
  await build(p);
});

const buried = async (agency = 'health', localId = 'P1'): Promise<Tombstone> => {
  const tombstone = tombstoneOf(p, await personBy(p, agency, localId), 'asked for by the person');
  await bury(store, tombstone);
  return tombstone;
};
const erase = async (agency?: string, localId?: string): Promise<Tombstone> => {
  const tombstone = await buried(agency, localId);
  await build(p);
  return tombstone;
};

const rowsAt = async (from: Store, key: string): Promise<Record<string, unknown>[]> => {
  const session = await p.engine.session();
  try {
    return await session.rows(`from read_parquet('${await from.localPath(key)}') order by all`);
  } finally {
    session.close();
  }
};

/** Everything in the vault and the lake that still has one of the references; landing keeps what was sent. */
async function traces(from: Store, { references }: Tombstone): Promise<string[]> {
  const refs = references.map(({ source_ref }) => source_ref);
  const found: string[] = [];
  for (const key of [...(await from.list('vault/')), ...(await from.list('lake/'))]) {
    if (key.startsWith('vault/erased/')) continue;
    const text = key.endsWith('.parquet')
      ? JSON.stringify(await rowsAt(from, key))
      : Buffer.from((await from.read(key))!).toString();
    if (refs.some((ref) => text.includes(ref)) || /P1\b|H1\b|Testone/.test(text)) found.push(key);
  }
  return found;
}

/** What readers see of a snapshot: every row of its tables, and every figure. */
async function seen(of: Partnership) {
  const snapshot = (await currentSnapshot(of))!;
  const tables: Record<string, unknown[]> = {};
  for (const [name, { key }] of Object.entries(snapshot.tables)) tables[name] = await rowsAt(of.store, key);
  return { tables, patients: await patients(of) };
}
const patients = async (of: Partnership) => {
  const [row] = await series(of, (await currentSnapshot(of))!, { kpi: 'patients', grain: 'all', by: [] });
  return row!.numerator;
};

it('is found by an id of one agency: each reference of every agency that was linked, and of nobody else', async () => {
  const found = await personBy(p, 'hospital', ' h1 ');
  expect(found.map(({ agency }) => agency)).toEqual(['health', 'health', 'hospital']);
  expect(await personBy(p, 'health', 'P1')).toEqual(found);
  expect(found.every(({ source_ref }) => /^[0-9a-f]{32}$/.test(source_ref))).toBe(true);
  expect((await personBy(p, 'health', 'P2')).length).toBe(1);
});

it('leaves no trace in the vault or the lake, and everybody else as they were, by every byte', async () => {
  const before = await seen(p);
  const { references } = await erase();
  const refs = new Set(references.map(({ source_ref }) => source_ref));
  expect(await traces(store, { references } as Tombstone)).toEqual([]);

  const now = await seen(p);
  expect(now.patients).toBe(before.patients - 1);
  const child = before.tables.person_map!.find((row: any) => refs.has(row.source_ref)) as any;
  for (const [name, rows] of Object.entries(before.tables)) {
    const others = rows.filter((row: any) => !refs.has(row.source_ref) && row.child_ref !== child.child_ref);
    expect(now.tables[name], name).toEqual(others);
  }
  expect(now.tables.staged_clinic_visits).toHaveLength(2);
});

it('is gone from every file, and each receipt says how many rows: none is lost in silence', async () => {
  const accepted = new Map((await listReceipts(p)).map(({ id, accepted: rows }) => [id, rows]));
  await erase();
  const receipts = await listReceipts(p);
  expect(receipts.map(({ extract, erased }) => [extract, erased])).toEqual(
    expect.arrayContaining([
      ['clinic-visits', 2],
      ['ward-visits', 1],
    ]),
  );
  for (const { id, extract, erased, accepted: taken, rows, rejected, repeated } of receipts) {
    expect(taken).toBe(accepted.get(id));
    expect(rows).toBe(taken + rejected + repeated);
    expect((await rowsAt(store, keys.staged(extract!, id))).length).toBe(taken - erased!);
    expect((await rowsAt(store, keys.identities(extract!, id))).length).toBeGreaterThan(0);
  }
});

describe('does not come back', () => {
  let tombstone: Tombstone;
  beforeEach(async () => (tombstone = await erase()));

  it('by the same file landed again, in a corrected file, or in a later one', async () => {
    expect((await land(p, [clinic()])).map(({ outcome, erased }) => [outcome, erased])).toEqual([['duplicate', 2]]);
    const corrected = clinicFile('visits_2024_05_v2.csv', [
      visit({ visit: 'V1', ...ann }),
      visit({ visit: 'V2', ...ben }),
    ]);
    const later = clinicFile('visits_2024_06.csv', [
      visit({ visit: 'V9', ...ann, patient: 'p1', arrived: '10/06/2024 09:00', left: '' }),
    ]);
    const [second, third] = await land(p, [corrected, later]);
    await build(p);
    expect(await traces(store, tombstone)).toEqual([]);
    const receipts = new Map((await listReceipts(p)).map((r) => [r.id, r]));
    expect([second!, third!].map(({ id }) => receipts.get(id)!.erased)).toEqual([1, 1]);
    expect(await patients(p)).toBe(1); // Ben; the correction has Cem no more
  });

  it('when the lake is lost and made anew from landing', async () => {
    const lost = store.copy();
    for (const key of await lost.list('lake/')) await lost.remove(key);
    const again = await on(lost);
    expect(await reconcile(again)).toMatchObject({ landed: 2, failed: 0, snapshot: 1 });
    expect(await traces(lost, tombstone)).toEqual([]);
    expect(await patients(again)).toBe(2);
    expect((await listReceipts(again)).map(({ erased }) => erased).toSorted()).toEqual([1, 2]);
  });

  it('by going back to a snapshot of before', async () => {
    await expect(rollback(p, 1)).rejects.toThrow('Somebody was erased after snapshot 1');
    await rollback(p, 2);
    expect(await patients(p)).toBe(2);
  });

  it('in a list of references', async () => {
    const children = await childrenOf(p, (await currentSnapshot(p))!, {
      kpi: 'patients',
      grain: 'all',
      period: 'all',
      where: {},
      of: 'all',
    });
    const list = await reIdentify(p, { agency: 'health', person: 'x', snapshot: 2, children });
    expect(list).toEqual({ references: ['P2', 'P3'], others: 0 });
    await expect(personBy(p, 'health', 'P1')).rejects.toThrow('Nothing is kept under this id');
    await expect(personBy(p, 'hospital', 'H1')).rejects.toThrow('Nothing is kept under this id');
  });
});

it('is in no list from the moment of the tombstone, though the snapshot still counts them', async () => {
  const snapshot = (await currentSnapshot(p))!;
  const children = await childrenOf(p, snapshot, {
    kpi: 'patients',
    grain: 'all',
    period: 'all',
    where: {},
    of: 'all',
  });
  await buried();
  const list = await reIdentify(p, { agency: 'health', person: 'x', snapshot: 1, children });
  expect(list.references).toEqual(['P2', 'P3']);
});

describe('a restore of a backup that was made before', () => {
  let folder: string;
  let tombstone: Tombstone;
  beforeEach(async () => {
    folder = join(scratchFolder(), 'backup');
    await backUp(p, folder);
    tombstone = await erase();
  });
  const gone = async (from: Store) => {
    const restored = await on(from);
    await build(restored);
    expect(await traces(from, tombstone)).toEqual([]);
    expect(await patients(restored)).toBe(2);
  };

  it('does not bring them back where the lake was lost', async () => {
    for (const key of await store.list('lake/')) await store.remove(key);
    expect((await restore(p, folder)).zones).toContain('lake/');
    await gone(store);
  });

  it('nor where all was lost but who was erased', async () => {
    for (const zone of ['landing/', 'lake/', 'vault/', 'audit/', 'anchors/'])
      for (const key of await store.list(zone)) if (!key.startsWith('vault/erased/')) await store.remove(key);
    expect((await restore(p, folder)).left).toEqual([]);
    await gone(store);
  });

  it('nor where the vault was lost and the lake was not', async () => {
    await build(await on(store, '2025-07-01T09:00:00Z')); // by now every file was looked through for good
    for (const key of await store.list('vault/')) if (!key.startsWith('vault/erased/')) await store.remove(key);
    expect((await restore(p, folder)).zones).toContain('vault/');
    await gone(store);
  });

  it('nor in another place, which is told of the erasure by its proof', async () => {
    const { tombstone: proven } = JSON.parse(JSON.stringify(await proofOf(p, tombstone.id)));
    const other = memoryStore();
    await restore(await on(other), folder, undefined, [proven]);
    await gone(other);
    const untold = memoryStore();
    await restore(await on(untold), folder);
    expect(await traces(untold, tombstone)).not.toEqual([]); // which is why the command asks
  });
});

describe('snapshots of before', () => {
  it('keep their figures, and lose the rows behind them', async () => {
    const figures = await series(p, await readSnapshot(p, 1), { kpi: 'patients', grain: 'month', by: ['town'] });
    await erase();
    const first = await readSnapshot(p, 1);
    expect(await series(p, first, { kpi: 'patients', grain: 'month', by: ['town'] })).toEqual(figures);
    expect(await store.modified(first.tables.person_map!.key)).toBeUndefined();
    const asked = { kpi: 'patients', grain: 'all', period: 'all', where: {}, of: 'all' } as const;
    await expect(childrenOf(p, first, asked)).rejects.toThrow('The rows behind snapshot 1 went');
  });

  it('of a second erasure too, and what the current one needs stays', async () => {
    await erase();
    await erase('health', 'P2');
    expect((await listSnapshots(p)).map(({ number, erased }) => [number, erased?.length])).toEqual([
      [3, 2],
      [2, 1],
      [1, undefined],
    ]);
    const second = await readSnapshot(p, 2);
    expect(await store.modified(second.tables.person_map!.key)).toBeUndefined();
    expect(await patients(p)).toBe(1);
    expect(await tombstones(store)).toHaveLength(2);
  });
});

describe('what was gathered', () => {
  it('goes with it, by every byte', async () => {
    const data = scratchFolder();
    store = { ...folderStore(data), copy: () => store }; // gathering goes by the names of files
    p = await on(store);
    await land(p, [clinic(), ward()]);
    const days = Array.from({ length: 34 }, (_, i) => {
      const [year, month] = [2020 + Math.floor(i / 12), String((i % 12) + 1).padStart(2, '0')];
      const at = { arrived: `05/${month}/${year} 09:00`, left: '' };
      return clinicFile(`visits_${year}_${month}.csv`, [
        visit({ visit: `A${i}`, ...ann, ...at }),
        visit({ visit: `B${i}`, ...ben, ...at }),
      ]);
    });
    await land(p, days);
    const { extracts } = await build(p);
    expect(extracts!['clinic-visits']!.gathered).toBeDefined();
    const tombstone = await erase();
    expect(await traces(store, tombstone)).toEqual([]);
    expect((await proofOf(p, tombstone.id)).removed).toContainEqual({
      agency: 'health',
      extract: 'clinic-visits',
      files: 35,
      rows: 36,
    });
  });
});

it('cut short anywhere, it is finished when it is done again, and counted once', async () => {
  const tombstone = await buried();
  const unswept = store.copy();
  const cut = await on(cutAfter(unswept, (method) => method === 'remove'));
  await expect(build(cut)).rejects.toThrow('cut');
  const built = await currentSnapshot({ store: unswept });
  expect([built!.number, (await traces(unswept, tombstone)).length]).toEqual([2, 7]);
  let calls = 0;
  for (let whole = false; !whole; calls++) {
    const copy = unswept.copy();
    let left = calls;
    whole = await sweep({ ...p, store: cutAfter(copy, () => left-- <= 0) }, built!).catch(() => false);
    await sweep({ ...p, store: copy }, built!);
    expect(await traces(copy, tombstone), `after ${calls} calls`).toEqual([]);
    expect((await listReceipts({ store: copy })).map(({ erased }) => erased).toSorted()).toEqual([1, 2]);
  }
  expect(calls).toBeGreaterThan(8);
});

/** A store that fails from some write on. */
function cutAfter(whole: MemoryStore, isCut: (method: string) => boolean): Store {
  let cut = false;
  const cutting =
    <A extends unknown[], R>(method: string, call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      cut ||= isCut(method);
      if (cut) throw new Error('cut');
      return call(...args);
    };
  return {
    ...whole,
    put: cutting('put', whole.put),
    putFile: cutting('putFile', whole.putFile),
    putIfAbsent: cutting('putIfAbsent', whole.putIfAbsent),
    remove: cutting('remove', whole.remove),
  };
}

describe('is refused', () => {
  it('for an agency that is none', async () => {
    await expect(personBy(p, 'nobody', 'P1')).rejects.toThrow('There is no agency "nobody"');
  });

  it.each(['P99', "P1' or true --", '', '%'])('for an id that nobody has: %j', async (id) => {
    await expect(personBy(p, 'health', id)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it("for another agency's id of somebody", async () => {
    await expect(personBy(p, 'hospital', 'P1')).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('while something has landed that no snapshot counts: it may know the same person by another id', async () => {
    await land(p, [clinicFile('ward_2024_06.csv', [visit({ visit: 'W9', ...ann, patient: '' })])]);
    await expect(personBy(p, 'health', 'P1')).rejects.toMatchObject({ kind: 'unavailable' });
    await build(p);
    expect(await personBy(p, 'health', 'P1')).toHaveLength(4);
  });
});

it('is proven: what went, what is found, and what stays until when', async () => {
  const before = await buried();
  expect(await proofOf(p, before.id)).toMatchObject({ done: false, snapshot: null, found: { objects: 7 } });
  await build(p);
  const proof = await proofOf(p, before.id);
  expect(proof).toMatchObject({
    done: true,
    snapshot: 2,
    removed: [
      { agency: 'health', extract: 'clinic-visits', files: 1, rows: 2 },
      { agency: 'hospital', extract: 'ward-visits', files: 1, rows: 1 },
    ],
    found: { objects: 0 },
    stays: {
      files_as_sent: { files: 2, until: '2025-07-01' },
      snapshots: { numbers: [1], until: '2025-07-31' },
    },
  });
  expect(proof.found.searched).toBeGreaterThan(5);
  expect(JSON.stringify(proof)).not.toMatch(/P1"|H1"|Testone|9990000018/);
  await expect(proofOf(p, 'nothing')).rejects.toMatchObject({ kind: 'not-found' });
});

it('costs a build nothing where nobody was erased', async () => {
  expect(await sweep(p, (await currentSnapshot(p))!)).toBe(true);
  expect(await store.modified(SWEPT)).toBeUndefined();
});
