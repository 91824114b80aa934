// A police force that sends a file a day, for years: what one more file costs.
import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Partnership } from '../../etl/partnership.ts';
import { addDays } from '../../etl/periods.ts';
import { watchInbox } from '../../functions/local/inbox.ts';
import { listen } from '../../functions/local/listen.ts';
import type { Notices } from './notices.ts';
import { sessionHeaders, signedInApi } from '../signed-in.ts';

const LOOK_MS = 20;
const GIVE_UP_MS = 10 * 60_000;

/** Copies what analysts work on to `home`, with the police's notices coming every day. */
export function dailyHouse(home: string): void {
  cpSync('partnership.yaml', join(home, 'partnership.yaml'));
  for (const folder of ['contracts', 'models', 'kpis'])
    cpSync(join('etl', folder), join(home, 'etl', folder), { recursive: true });
  const path = join(home, 'etl/contracts/police-ppn.odcs.yaml');
  const monthly = readFileSync(path, 'utf8');
  const daily = monthly
    .replace('(?<month>\\d{2})(_v', '(?<month>\\d{2})(?<day>\\d{2})(_v')
    .replace('{ property: periodKind, value: month }', '{ property: periodKind, value: position }');
  if (daily.match(/<day>|value: position/g)?.length !== 2)
    throw new Error('The contract for police notices reads otherwise.');
  writeFileSync(path, daily);
}

/** The notices of each of so many days up to yesterday, oldest first, and the name of each file. */
export function days(count: number, rows: number): { name: string; notices: Notices }[] {
  const today = new Date().toISOString().slice(0, 10);
  return Array.from({ length: count }, (_, i) => {
    const firstDay = addDays(today, i - count);
    return {
      name: `STAFFSPOL_PPN_${firstDay.replaceAll('-', '')}.csv`,
      notices: { first: i * rows, rows, firstDay, days: 1 },
    };
  });
}

/** Drops a file into the inbox of a running server and waits until the API shows the next snapshot. */
export async function dropOne(p: Partnership, file: string): Promise<{ ms: number }> {
  const server = await listen(await signedInApi(p), 0);
  const headers = await sessionHeaders(p);
  const inbox = await watchInbox(p, () => {});
  const snapshot = async () =>
    ((await (await fetch(`${server.url}/api/snapshot`, { headers })).json()) as { number: number }).number;
  const before = await snapshot();
  const place = join(p.data, 'inbox/police-ppn');
  cpSync(file, join(place, '.coming.part'));
  const began = performance.now();
  renameSync(join(place, '.coming.part'), join(place, basename(file)));
  while ((await snapshot()) === before) {
    if (performance.now() - began > GIVE_UP_MS) throw new Error('The file never showed.');
    await sleep(LOOK_MS);
  }
  const ms = performance.now() - began;
  await Promise.all([server.close(), inbox.close()]);
  return { ms };
}
