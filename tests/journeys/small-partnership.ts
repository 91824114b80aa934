import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from '../../etl/build/build.ts';
import { releaseOf } from '../../etl/disclosure/kept.ts';
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
  data: string;
  close(): Promise<void>;
}

const serve = (data: string): Promise<Local> => startLocal({ data, port: 0, onProgress: () => {}, log: () => {} });

/** A demo without a file, on the real server. With a snapshot in the folder the server makes no files of its own. */
export async function bareDemo(): Promise<Local> {
  const data = scratchFolder();
  writeFileSync(join(data, DEMO_MARK), '{}');
  const p = await openPartnership({ data });
  await build(p);
  p.close();
  return serve(data);
}

/** A city of a few thousand children up to June 2025, on the real server. Not marked as the demo, whose inbox takes nothing. */
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

  const p = await openPartnership({ data });
  await land(p, [sent]);
  // With a snapshot in the folder the server makes no demo of its own.
  await releaseOf(p, await build(p), 'board-pack');
  p.close();

  const server = await serve(data);
  const drop: SmallPartnership['drop'] = (extract, path, name = basename(path)) => {
    const inbox = join(data, 'inbox', extract);
    mkdirSync(inbox, { recursive: true });
    cpSync(path, join(inbox, name));
  };
  return { url: server.url, drop, heldBack, scratch, data, close: () => server.close() };
}
