import { copyFileSync, existsSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { listReceipts } from '../../../etl/landing/receipt.ts';
import { watchInbox } from '../../../functions/local/inbox.ts';
import { clinicFile, clinicHouse, visit } from '../../clinic.ts';
import { emptyPartnership } from '../../partnerships.ts';

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

it('makes a folder for each extract', async () => {
  const p = await emptyPartnership({ home: clinicHouse() });
  await (await watchInbox(p, () => {})).close();
  expect(readdirSync(join(p.data, 'inbox'))).toEqual(['clinic-visits']);
  p.close();
});
