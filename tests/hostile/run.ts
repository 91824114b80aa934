// Lands every kind in one process of its own, so that a crash or a hang of it is seen, and says line by line how each ended.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from '../../etl/build/build.ts';
import { SafeguardingError } from '../../etl/errors.ts';
import { land } from '../../etl/landing/land.ts';
import { keys, readRejects, type Receipt, type RejectedRow } from '../../etl/landing/receipt.ts';
import type { Partnership } from '../../etl/partnership.ts';
import { series } from '../../etl/query/series.ts';
import { emptyPartnership, scratchFolder } from '../partnerships.ts';
import { hostileHouse } from './house.ts';
import type { Kind } from './kind.ts';
import { groups } from './kinds.ts';
import { csv, row, secrets } from './rows.ts';

export interface Ended {
  group: string;
  name: string;
  milliseconds: number;
  receipt?: Receipt;
  rejects?: RejectedRow[];
  error?: string;
  leftAlone?: number;
  /** What the lake holds of its rows. */
  staged?: Record<string, unknown>[];
  /** Places in what was told at which a secret stands. */
  leaks: number;
}

export interface Summary {
  /** The snapshot before, after all kinds that are refused, and after the others. */
  snapshots: number[];
  visits: number;
  megabytes: number;
}

const HANG = 30_000;
const say = (line: Ended | Summary) => process.stdout.write(`${JSON.stringify(line)}\n`);

async function all(): Promise<void> {
  const p = await emptyPartnership({ home: hostileHouse() });
  const sound = layFile('visits_2023_01.csv', csv(row(1), row(2)));
  await land(p, [sound]);
  const before = await build(p);
  const kinds = Object.entries(groups)
    .flatMap(([group, list]) => list.map((kind, i) => ({ group, kind, i })))
    .filter(({ kind }) => !kind.notHere);
  const isTaken = (kind: Kind) => kind.expected.outcome.startsWith('accepted');
  for (const { group, kind, i } of kinds.filter(({ kind }) => !isTaken(kind))) say(await end(p, group, kind, i));
  const between = await build(p);
  for (const { group, kind, i } of kinds.filter(({ kind }) => isTaken(kind))) say(await end(p, group, kind, i));
  const after = await build(p);
  const rows = await series(p, after, { kpi: 'visits', grain: 'all' });
  say({
    snapshots: [before, between, after].map((snapshot) => snapshot.number),
    visits: rows.reduce((sum, r) => sum + r.numerator, 0),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  });
  p.close();
}

function layFile(name: string, content: string | Uint8Array): string {
  const path = join(scratchFolder(), name);
  mkdirSync(dirname(path), { recursive: true });
  if (content.length > 0 || typeof content !== 'string') writeFileSync(path, content);
  return path;
}

/** Each kind has a month of its own, so that none takes another's place. */
function nameOf({ extract, file }: Kind, group: string, i: number): string {
  if (file) return file;
  const year = 1900 + i;
  const month = String(Object.keys(groups).indexOf(group) + 1).padStart(2, '0');
  if (extract === 'position') return `position_${year}_${month}_01.xlsx`;
  const isBook = extract === 'book' || extract === 'sheet';
  return `${extract === 'clinic-visits' ? 'visits' : extract}_${year}_${month}.${isBook ? 'xlsx' : 'csv'}`;
}

async function end(p: Partnership, group: string, kind: Kind, i: number): Promise<Ended> {
  const path = layFile(nameOf(kind, group, i), kind.make());
  const target = kind.lay?.(path) ?? path;
  const began = performance.now();
  const told = await Promise.race([outcome(p, target), sleep(HANG, { error: 'hangs' }, { ref: false })]);
  const milliseconds = Math.round(performance.now() - began);
  const text = JSON.stringify(told);
  const leaks = [...secrets].filter((secret) => text.includes(secret)).length;
  return { group, name: kind.name, milliseconds, ...told, staged: await staged(p, told), leaks };
}

type Told = Pick<Ended, 'receipt' | 'rejects' | 'error' | 'leftAlone'>;

async function outcome(p: Partnership, path: string): Promise<Told> {
  let leftAlone = 0;
  try {
    const [receipt] = await land(p, [path], { onLeftAlone: () => leftAlone++ });
    return receipt ? { receipt, rejects: (await readRejects(p, receipt)).slice(0, 100) } : { leftAlone };
  } catch (error) {
    if (error instanceof SafeguardingError) return { error: error.message.replaceAll(path, 'PATH') };
    return { error: `not foreseen: ${error instanceof Error ? error.stack : String(error)}` };
  }
}

async function staged(p: Partnership, { receipt }: Told): Promise<Record<string, unknown>[] | undefined> {
  if (!receipt?.outcome.startsWith('accepted')) return;
  const session = await p.engine.session();
  const file = await p.store.localPath(keys.staged(receipt.extract!, receipt.id));
  const rows = await session.rows(`select * from read_parquet('${file}')`);
  session.close();
  return rows.slice(0, 200);
}

await all();
process.exit();
