// The `safeguarding` command: one file a verb. Verbs import what they run only when they run, so that help is quick.
import { Command, CommanderError } from 'commander';
import { SafeguardingError } from '../../etl/errors.ts';
import { unexpected } from '../unexpected.ts';
import { audit } from './audit.ts';
import { backup } from './backup.ts';
import { boardPack } from './board-pack.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import { demo } from './demo.ts';
import { erase } from './erase.ts';
import { land } from './land.ts';
import { log } from './log.ts';
import { query } from './query.ts';
import { reconcile } from './reconcile.ts';
import { release } from './release.ts';
import { restore } from './restore.ts';
import { retain } from './retain.ts';
import { rollback } from './rollback.ts';
import { seal } from './seal.ts';
import { start } from './start.ts';

const DONE = 0;
const REFUSED = 1;
const WRONG_USAGE = 2;

/** Runs one command line. @returns the exit code: 0, 1 when something was refused or failed, 2 when the usage was wrong */
export async function main(args: string[]): Promise<number> {
  const program = new Command('safeguarding')
    .description("From the agencies' files to a dashboard for a local safeguarding children partnership")
    .exitOverride()
    .showHelpAfterError('Run the command with --help for its usage.');
  for (const addVerb of [
    start,
    demo,
    land,
    check,
    build,
    query,
    release,
    log,
    rollback,
    reconcile,
    retain,
    erase,
    seal,
    backup,
    restore,
    audit,
    boardPack,
  ])
    addVerb(program);
  try {
    await program.parseAsync(args, { from: 'user' });
    return Number(process.exitCode ?? DONE);
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE;
  if (error instanceof SafeguardingError) {
    console.error(error.message);
    return error.kind === 'usage' || error.kind === 'not-found' ? WRONG_USAGE : REFUSED;
  }
  console.error(unexpected(error));
  return REFUSED;
}
