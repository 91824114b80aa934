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
