import { join, resolve, sep } from 'node:path';
import { SafeguardingError } from '../etl/errors.ts';
import type { Partnership } from '../etl/partnership.ts';

/**
 * Keeps real children out of the demo, whose pages say that all children are invented. Its own files may land again.
 * @throws SafeguardingError (usage) for a path elsewhere, where the data folder is the demo's
 */
export function assertNotIntoDemo(p: Partnership, paths: string[]): void {
  const own = resolve(join(p.data, 'demo-files'));
  const isOwn = (path: string) => resolve(path) === own || resolve(path).startsWith(own + sep);
  if (p.synthetic && !paths.every(isOwn))
    throw new SafeguardingError(
      'usage',
      'This data folder holds the demo, whose children are invented. Land your files into another, such as --data ./partnership, and start with the same.',
    );
}
