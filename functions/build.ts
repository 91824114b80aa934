// Builds what has landed. Why it is woken does not matter: it looks for itself, and where nothing has changed it changes nothing.
import { build } from '../etl/build/build.ts';
import { freshness } from '../etl/query/freshness.ts';
import { collectOrphans } from '../etl/reconcile/orphans.ts';
import { openHere } from './aws/partnership.ts';
import { orTell, tell } from './aws/tell.ts';

const p = await openHere();

/** @throws where the build was stopped, so that the message comes again */
export const handler = (): Promise<void> =>
  orTell('build', async () => {
    const snapshot = await build(p);
    tell('snapshot', { number: snapshot.number });
    const late = (await freshness(p, snapshot)).filter(({ state }) => state === 'late');
    tell('late', { extracts: late.length });
    tell('collected', { objects: await collectOrphans(p) });
  });
