import { existsSync } from 'node:fs';
import { SafeguardingError } from '../../etl/errors.ts';
import type { Partnership } from '../../etl/partnership.ts';

/** Opens a data folder for some work and closes it again. */
export async function withPartnership<T>(data: string, work: (p: Partnership) => Promise<T>): Promise<T> {
  const { openPartnership } = await import('../../etl/partnership.ts');
  const p = await openPartnership({ data });
  try {
    return await work(p);
  } finally {
    p.close();
  }
}

/** The same for a verb that only reads, which makes no folder of its own. @throws SafeguardingError (usage) when there is none */
export async function withExisting<T>(data: string, work: (p: Partnership) => Promise<T>): Promise<T> {
  if (existsSync(data)) return withPartnership(data, work);
  throw new SafeguardingError(
    'usage',
    `There is no data folder "${data}". Land files into it first, make it, or name another with --data.`,
  );
}
