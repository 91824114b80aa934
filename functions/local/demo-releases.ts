import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { latestReleased } from '../../etl/disclosure/kept.ts';
import { AUDIENCES } from '../../etl/disclosure/policy.ts';
import type { Partnership } from '../../etl/partnership.ts';
import { currentSnapshot } from '../../etl/snapshots/log.ts';

const COMMAND = fileURLToPath(new URL('../cli/safeguarding.js', import.meta.url));

interface Releasing {
  /** When all is made that can be. */
  done: Promise<void>;
  close(): Promise<void>;
}

/**
 * Makes the demo partnership's releases, where its snapshot has none yet: elsewhere somebody decides that, by the command.
 * In a process of its own, since it computes for seconds in which the server could answer nobody.
 */
export function releaseDemo(p: Partnership, log: (line: string) => void): Releasing {
  const stop = new AbortController();
  const done = p.synthetic ? releaseAll(p, log, stop.signal) : Promise.resolve();
  return {
    done,
    close() {
      stop.abort();
      return done;
    },
  };
}

async function releaseAll(p: Partnership, log: (line: string) => void, signal: AbortSignal): Promise<void> {
  const snapshot = await currentSnapshot(p);
  if (!snapshot?.submissions.length) return;
  for (const audience of AUDIENCES) {
    if (((await latestReleased(p, audience)) ?? 0) >= snapshot.number || signal.aborted) continue;
    log(`Making what the audience "${audience}" may see.`);
    const args = [COMMAND, 'release', '--audience', audience, '--data', p.data];
    await promisify(execFile)(process.execPath, args, { signal }).then(
      ({ stdout }) => log(stdout.trim()),
      ({ stderr }) => !signal.aborted && log(`Nothing is released for "${audience}". ${stderr?.trim() ?? ''}`),
    );
  }
}
