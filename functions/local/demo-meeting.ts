import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build } from '../../etl/build/build.ts';
import { decideForDemo, lastMeetingOf } from '../../etl/demo/decisions.ts';
import { firstSent, SENT_TWICE } from '../../etl/demo/first-sent.ts';
import { land } from '../../etl/landing/land.ts';
import { identify } from '../../etl/landing/submission.ts';
import { openPartnership, type Partnership } from '../../etl/partnership.ts';
import { addDays } from '../../etl/periods.ts';
import type { Progress } from '../../etl/progress.ts';
import { currentSnapshot } from '../../etl/snapshots/log.ts';
import type { DemoFiles } from './demo-files.ts';

/** The end of a meeting's day, when what was decided there has been entered. */
const HOUR = 'T16:00:00Z';

/**
 * Publishes what the demo partnership had at its last meeting, on that day's clock, so that there is something that changed since:
 * the files that were due by then, some of them as they were first sent.
 * @returns the files that are still to be landed
 */
export async function demoAtMeeting(
  data: string,
  { paths, today }: DemoFiles,
  onProgress: Progress,
): Promise<string[]> {
  const meeting = lastMeetingOf(today);
  if (!meeting) return paths;
  const p = await openPartnership({ data, clock: { now: () => new Date(`${meeting}${HOUR}`) } });
  try {
    // It is there where a first run was cut short after it.
    if (await currentSnapshot(p)) return paths;
    const due = paths.filter((path) => dueOn(p, path) <= meeting);
    const again = SENT_TWICE.flatMap((extract) => due.findLast((path) => basename(dirname(path)) === extract) ?? []);
    await decideForDemo(p);
    await p.scratch(async (folder) => {
      const first = await Promise.all(again.map((path) => asFirstSent(path, folder)));
      await land(p, [...due.filter((path) => !again.includes(path)), ...first], { onProgress });
    });
    await build(p, onProgress);
    return paths.filter((path) => again.includes(path) || !due.includes(path));
  } finally {
    p.close();
  }
}

/** When a file was due; one of no period never was. */
function dueOn(p: Partnership, path: string): string {
  const { contract, period } = identify(p, basename(path), '', {});
  return contract && period ? addDays(period.to, contract.dueAfterDays) : '9999';
}

async function asFirstSent(path: string, folder: string): Promise<string> {
  const place = join(folder, basename(dirname(path)));
  await mkdir(place, { recursive: true });
  const copy = join(place, basename(path));
  await writeFile(copy, firstSent(await readFile(path, 'utf8')), { mode: 0o600 });
  return copy;
}
