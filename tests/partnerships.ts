// Partnerships in folders of their own, for tests.
import { cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, openPartnership, type Partnership } from '../etl/partnership.ts';

/** An empty folder that is gone when the tests end. */
export const scratchFolder = (): string => mkdtempSync(join(process.env.TEST_SCRATCH!, 'folder-'));

export const clockAt = (time: string): Clock => ({ now: () => new Date(time) });

/** An empty partnership, on 1 June 2025 unless told. */
export const emptyPartnership = (options: { data?: string; home?: string; now?: string } = {}): Promise<Partnership> =>
  openPartnership({
    data: options.data ?? scratchFolder(),
    home: options.home,
    clock: clockAt(options.now ?? '2025-06-01T09:00:00Z'),
  });

/** A copy of what analysts work on, to add to or to break. */
export function copyOfHouse(): string {
  const home = scratchFolder();
  cpSync('partnership.yaml', join(home, 'partnership.yaml'));
  for (const folder of ['contracts', 'models', 'kpis']) {
    mkdirSync(join(home, 'etl'), { recursive: true });
    cpSync(join('etl', folder), join(home, 'etl', folder), { recursive: true });
  }
  return home;
}
