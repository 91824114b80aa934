import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
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
  /** The files as agencies sent them, in a folder for each extract. */
  sent: string;
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
  const [data, scratch, made] = [scratchFolder(), scratchFolder(), await onceMade()];
  cpSync(join(made, 'data'), data, { recursive: true });
  const heldBack = join(scratch, HELD_BACK);
  cpSync(join(made, HELD_BACK), heldBack);

  // With a snapshot in the folder the server makes no demo of its own.
  const server = await serve(data);
  const drop: SmallPartnership['drop'] = (extract, path, name = basename(path)) => {
    const inbox = join(data, 'inbox', extract);
    mkdirSync(inbox, { recursive: true });
    cpSync(path, join(inbox, name));
  };
  return { url: server.url, drop, heldBack, scratch, sent: join(made, 'sent'), data, close: () => server.close() };
}

const HELD_BACK = 'missing_2025_06.csv';

/** The folder in which the city was made, by the first test file that asks for it; the others of the same run wait, and copy it. */
async function onceMade(): Promise<string> {
  const [folder, done] = ['small-partnership', 'small-partnership.done'].map((name) =>
    join(process.env.TEST_SCRATCH!, name),
  ) as [string, string];
  while (!existsSync(done)) {
    try {
      mkdirSync(folder);
    } catch {
      await setTimeout(200);
      continue;
    }
    // Whoever waits makes it themselves when this fails.
    await make(folder).catch((error) => {
      rmSync(folder, { recursive: true });
      throw error;
    });
    writeFileSync(done, '');
  }
  return folder;
}

async function make(folder: string): Promise<void> {
  const sent = join(folder, 'sent');
  const files = await writeDemo(sent, { children: 4000, years: 3, seed: 7, today: new Date('2025-06-30T12:00:00Z') });
  renameSync(
    files.find((path) => path.endsWith(HELD_BACK))!,
    join(folder, HELD_BACK),
  );

  const p = await openPartnership({ data: join(folder, 'data') });
  await land(p, [sent]);
  await releaseOf(p, await build(p), 'board-pack');
  p.close();
}
