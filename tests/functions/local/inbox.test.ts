import { appendFileSync, copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { listReceipts } from '../../../etl/landing/receipt.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import type { Api } from '../../../functions/api/env.ts';
import { type Inbox, watchInbox } from '../../../functions/local/inbox.ts';
import { clinicApi } from '../api/clinic-api.ts';
import { clinicFile, HEADER, visit } from '../../clinic.ts';

let p: Partnership;
let api: Api;
let inbox: Inbox;
const said: string[] = [];
beforeAll(async () => {
  ({ p, api } = await clinicApi());
  inbox = await watchInbox(p, (line) => said.push(line));
});
afterAll(async () => {
  await inbox.close();
  p.close();
});

const soon = <T>(look: () => T | Promise<T>) => vi.waitFor(look, { timeout: 20_000, interval: 100 });
const current = async () => ((await (await api.request('/api/snapshot')).json()) as { number: number }).number;
const dropped = (name: string) => join(p.data, 'inbox/clinic-visits', name);

it('lands a dropped file, takes it away, and open pages see another snapshot', async () => {
  const before = await current();
  const name = 'visits_2024_09.csv';
  copyFileSync(clinicFile(name, [visit({ visit: 'V20', arrived: '02/09/2024 09:00', left: '' })]), dropped(name));
  await soon(async () => expect(await current()).toBe(before + 1));
  expect(existsSync(dropped(name))).toBe(false);
  const series = (await (await api.request('/api/kpis/visits/series?from=2024-09')).json()) as {
    rows: object[];
  };
  expect(series.rows).toMatchObject([{ period: '2024-09', value: 1 }]);
});

it('waits for a file that still grows', async () => {
  const before = await current();
  const name = 'visits_2024_10.csv';
  writeFileSync(dropped(name), `${HEADER}\n`);
  for (let i = 0; i < 6; i++) {
    await new Promise((done) => setTimeout(done, 300));
    appendFileSync(dropped(name), `${visit({ visit: `V3${i}`, arrived: '02/10/2024 09:00', left: '' })}\n`);
  }
  await soon(async () => expect(await current()).toBe(before + 1));
  const october = (await listReceipts(p)).filter((r) => r.period === '2024-10');
  expect(october).toMatchObject([{ outcome: 'accepted', rows: 6 }]);
});

it('gives a file that is none a refused receipt, and goes on', async () => {
  const before = await current();
  writeFileSync(dropped('visits_2024_11.csv'), Buffer.from([0, 1, 2, 255, 254, 0, 10]));
  await soon(() => expect(existsSync(dropped('visits_2024_11.csv'))).toBe(false));
  expect((await listReceipts(p)).filter((r) => r.period === '2024-11')).toMatchObject([{ outcome: 'refused' }]);
  expect(await current()).toBe(before);
});

it('leaves what a browser is still writing', async () => {
  writeFileSync(dropped('visits_2024_12.csv.crdownload'), HEADER);
  mkdirSync(dropped('a folder'));
  await new Promise((done) => setTimeout(done, 1500));
  expect(existsSync(dropped('visits_2024_12.csv.crdownload'))).toBe(true);
});

it('says what it did without a path or a cell', () => {
  expect(said.every((line) => /^(Landed visits_2024_\d\d\.csv: |Snapshot \d+$)/.test(line))).toBe(true);
});
