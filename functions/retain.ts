// Removes what was kept long enough, once a day, and anchors the end of the record of who saw what.
import { openHere } from './aws/partnership.ts';
import { orTell, tell } from './aws/tell.ts';
import { upkeep } from './upkeep.ts';

const p = await openHere();

/** @throws where it was stopped, so that it is tried again */
export const handler = (): Promise<void> =>
  orTell('retain', async () => {
    const report = await upkeep(p);
    if (report) tell('retained', { files: report.raw.went, snapshots: report.snapshots.went.length });
  });
