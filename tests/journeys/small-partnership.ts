import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from '../../etl/build/build.ts';
import { writeDemo } from '../../etl/demo/demo.ts';
import { land } from '../../etl/landing/land.ts';
import { DEMO_MARK, openPartnership } from '../../etl/partnership.ts';
import { type Local, startLocal } from '../../functions/local/start.ts';
import { scratchFolder } from '../partnerships.ts';

export interface SmallPartnership {
  url: string;
  /** Puts a file into the inbox of an extract, as an analyst would. */
  drop(extract: string, path: string, name?: string): void;
  /** The police's missing episodes of June 2025: held back, so that a test may bring them. */
  heldBack: string;
  scratch: string;
  close(): Promise<void>;
}

/** A city of a few thousand invented children up to June 2025, on the real server. */
export async function smallPartnership(): Promise<SmallPartnership> {
  const [data, scratch] = [scratchFolder(), scratchFolder()];
  const sent = join(scratch, 'sent');
  const files = await writeDemo(sent, {
    children: 4000,
    years: 3,
    seed: 7,
    today: new Date('2025-06-30T12:00:00Z'),
  });
  const last = files.find((path) => path.endsWith('missing_2025_06.csv'))!;
  const heldBack = join(scratch, basename(last));
  cpSync(last, heldBack);
  rmSync(last);

  writeFileSync(join(data, DEMO_MARK), JSON.stringify({ seed: 7, today: '2025-06-30T12:00:00Z' }));
  const p = await openPartnership({ data });
  await land(p, [sent]);
  // With a snapshot in the folder the server makes no demo of its own.
  await build(p);
  p.close();

  const server: Local = await startLocal({ data, port: 0, onProgress: () => {}, log: () => {} });
  const drop: SmallPartnership['drop'] = (extract, path, name = basename(path)) => {
    const inbox = join(data, 'inbox', extract);
    mkdirSync(inbox, { recursive: true });
    cpSync(path, join(inbox, name));
  };
  return { url: server.url, drop, heldBack, scratch, close: () => server.close() };
}
