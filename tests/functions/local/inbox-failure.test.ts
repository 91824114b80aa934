import { copyFileSync, existsSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { check, land } from '../../../etl/landing/land.ts';
import { listReceipts } from '../../../etl/landing/receipt.ts';
import { DEMO_MARK, openPartnership } from '../../../etl/partnership.ts';
import { watchInbox } from '../../../functions/local/inbox.ts';
import { clinicFile, clinicHouse, visit } from '../../clinic.ts';
import { faulted } from '../../faults/faulted.ts';
import { memoryStore } from '../../faults/memory-store.ts';
import { emptyPartnership, scratchFolder } from '../../partnerships.ts';

it('keeps a file that fails for a reason of ours, says so once without data, and tries it again when it changes', async () => {
  const p = await emptyPartnership({ home: clinicHouse() });
  const session = vi.fn(() => Promise.reject(new Error('could not cast CANARY')));
  const said: string[] = [];
  const inbox = await watchInbox({ ...p, engine: { ...p.engine, session } }, (line) => said.push(line));
  const dropped = join(p.data, 'inbox/clinic-visits/visits_2024_09.csv');
  copyFileSync(clinicFile('visits_2024_09.csv', [visit()]), dropped);
  const complaints = () => said.filter((line) => line.startsWith('A file stays in the inbox.')).length;

  await vi.waitFor(() => expect(complaints()).toBe(1), { timeout: 10_000 });
  await new Promise((done) => setTimeout(done, 1600));
  expect(complaints()).toBe(1);
  expect(existsSync(dropped)).toBe(true);
  expect(said.join()).not.toContain('CANARY');

  utimesSync(dropped, new Date(), new Date());
  await vi.waitFor(() => expect(complaints()).toBe(2), { timeout: 10_000 });
  await inbox.close();
  p.close();
});

it('keeps a file that is written anew while it is landed, and lands that too', async () => {
  const p = await emptyPartnership({ home: clinicHouse() });
  const dropped = join(p.data, 'inbox/clinic-visits/visits_2024_09.csv');
  const again = clinicFile('visits_2024_09.csv', [visit(), visit({ visit: 'V2' })]);
  const session = vi.fn(p.engine.session).mockImplementationOnce(() => {
    copyFileSync(again, dropped);
    return p.engine.session();
  });
  const said: string[] = [];
  const inbox = await watchInbox({ ...p, engine: { ...p.engine, session } }, (line) => said.push(line));
  copyFileSync(clinicFile('visits_2024_09.csv', [visit()]), dropped);
  await vi.waitFor(() => expect(existsSync(dropped)).toBe(false), { timeout: 10_000 });
  await inbox.close();
  expect((await listReceipts(p)).map((r) => r.rows).sort()).toEqual([1, 2]);
  p.close();
});

it('does not say the name of a file that cannot be read', async () => {
  const p = await emptyPartnership({ home: clinicHouse() });
  const said: string[] = [];
  const dropped = join(p.data, 'inbox/clinic-visits/CANARY.csv');
  const scratch: typeof p.scratch = (work) => {
    rmSync(dropped, { force: true }); // taken away again between the look and the landing
    return p.scratch(work);
  };
  const inbox = await watchInbox({ ...p, scratch }, (line) => said.push(line));
  writeFileSync(dropped, 'a');
  await vi.waitFor(() => expect(said).toContain('A file stays in the inbox. It cannot be read. Expected a file.'), {
    timeout: 10_000,
  });
  await inbox.close();
  expect(said.join()).not.toContain('CANARY');
  p.close();
});

it('lands nothing into the demo, says why, and leaves the file where it is', async () => {
  const data = scratchFolder();
  writeFileSync(join(data, DEMO_MARK), '{}');
  const p = await emptyPartnership({ data, home: clinicHouse() });
  const said: string[] = [];
  const inbox = await watchInbox(p, (line) => said.push(line));
  const dropped = join(p.data, 'inbox/clinic-visits/visits_2024_09.csv');
  copyFileSync(clinicFile('visits_2024_09.csv', [visit()]), dropped);
  const why = /^A file stays in the inbox\. This data folder holds the demo, whose children are invented\./;
  await vi.waitFor(() => expect(said).toContainEqual(expect.stringMatching(why)), { timeout: 10_000 });
  await inbox.close();
  expect(existsSync(dropped)).toBe(true);
  expect((await Promise.all(['landing/', 'lake/receipts/'].map((zone) => p.store.list(zone)))).flat()).toEqual([]);
  p.close();
});

it('makes a folder for each extract', async () => {
  const p = await emptyPartnership({ home: clinicHouse() });
  await (await watchInbox(p, () => {})).close();
  expect(readdirSync(join(p.data, 'inbox'))).toEqual(['clinic-visits']);
  p.close();
});

const QUICK = { look: 50, retry: 300, retryAtMost: 600, reconcile: 60_000 };

it('tries a file again when the disk has room, and lands the others meanwhile', async () => {
  const full = Object.assign(new Error("ENOSPC: no space left, write '/home/CANARY'"), { code: 'ENOSPC' });
  const inner = memoryStore();
  let broken = '';
  const store = faulted(inner, ({ method, key }) =>
    method === 'putFile' && key.includes(broken || 'none of them') ? full : undefined,
  );
  const p = await openPartnership({ data: scratchFolder(), home: clinicHouse(), store });
  const said: string[] = [];
  const first = clinicFile('visits_2024_09.csv', [visit()]);
  const [failing, sound] = ['09', '10'].map((month) => join(p.data, `inbox/clinic-visits/visits_2024_${month}.csv`));
  broken = (await check(p, first)).id;
  const inbox = await watchInbox(p, (line) => said.push(line), QUICK);
  copyFileSync(first, failing!);
  copyFileSync(clinicFile('visits_2024_10.csv', [visit({ visit: 'V2' })]), sound!);
  const complaints = () => said.filter((line) => line.startsWith('A file stays in the inbox.')).length;
  await vi.waitFor(() => expect(complaints()).toBeGreaterThan(1), { timeout: 20_000 });
  await vi.waitFor(() => expect(existsSync(sound!)).toBe(false), { timeout: 20_000 });
  expect(existsSync(failing!)).toBe(true);
  broken = '';
  await vi.waitFor(() => expect(existsSync(failing!)).toBe(false), { timeout: 20_000 });
  expect(said.join('\n')).not.toMatch(/CANARY|stays.*2024_09/);
  await inbox.close();
  expect((await listReceipts(p)).map((r) => r.outcome)).toEqual(['accepted', 'accepted']);
  p.close();
});

it('reconciles between looks: what was cut short is landed with nothing dropped', async () => {
  const store = memoryStore();
  const home = clinicHouse();
  const cut = faulted(store, ({ key }) => (key.startsWith('vault/identities') ? 'stop before' : undefined));
  const killed = await openPartnership({ data: scratchFolder(), home, store: cut });
  await land(killed, [clinicFile('visits_2024_09.csv', [visit()])]).catch(() => {});
  killed.close();
  const p = await openPartnership({ data: scratchFolder(), home, store });
  const said: string[] = [];
  const inbox = await watchInbox(p, (line) => said.push(line), { ...QUICK, reconcile: 100 });
  await vi.waitFor(() => expect(said).toEqual(['Reconciled. landed that had no receipt: 1; published: snapshot 1.']), {
    timeout: 20_000,
  });
  await inbox.close();
  p.close();
});
