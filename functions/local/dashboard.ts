import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { SafeguardingError } from '../../etl/errors.ts';

const HOME = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = join(HOME, 'dashboard');
const VITE = join(createRequire(import.meta.url).resolve('vite/package.json'), '../bin/vite.js');

/** The dashboard as built, ready to be served. */
export const DASHBOARD = join(SOURCES, 'dist');

/**
 * Builds the dashboard when its sources are newer than what was built last.
 * In a process of its own, so that it runs beside the landing of files and not between.
 * @throws SafeguardingError when it cannot be built
 */
export async function buildDashboard(): Promise<void> {
  const built = join(DASHBOARD, 'index.html');
  if (existsSync(built) && (await stat(built)).mtimeMs > (await newest())) return;
  // Not emptied first: pages that are open, and another start beside this one, still find what they were told of.
  const args = [VITE, 'build', 'dashboard', '--emptyOutDir', 'false', '--logLevel', 'warn'];
  await promisify(execFile)(process.execPath, args, { cwd: HOME }).catch((error) => {
    throw new SafeguardingError(
      'refused',
      `The dashboard could not be built. Expected "npm run build" to pass:\n${error.stderr}`,
    );
  });
}

async function newest(): Promise<number> {
  const entries = await readdir(SOURCES, { recursive: true, withFileTypes: true });
  const files = entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name));
  const sources = [...files.filter((path) => !path.startsWith(DASHBOARD)), join(HOME, 'package-lock.json')];
  const times = await Promise.all(sources.map(async (path) => (await stat(path)).mtimeMs));
  return Math.max(...times);
}
