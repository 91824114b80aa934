// Removes what was kept long enough, once a day, and anchors the end of the record of who saw what.
import { openHere } from './aws/partnership.ts';
import { tell, tellFailure } from './aws/tell.ts';
import { upkeep } from './upkeep.ts';

const p = await openHere();

/** @throws what stopped it, so that it is tried again */
export async function handler(): Promise<void> {
  try {
    const report = await upkeep(p);
    if (report) tell('retained', { files: report.raw.went, snapshots: report.snapshots.went.length });
  } catch (error) {
    tellFailure('retain', error);
    throw error;
  }
}
