// Builds what has landed. Why it is woken does not matter: it looks for itself, and where nothing has changed it changes nothing.
import { build } from '../etl/build/build.ts';
import { freshness } from '../etl/query/freshness.ts';
import { collectOrphans } from '../etl/reconcile/orphans.ts';
import { openHere } from './aws/partnership.ts';
import { tell, tellFailure } from './aws/tell.ts';

const p = await openHere();

/** @throws what stopped the build, so that the message comes again */
export async function handler(): Promise<void> {
  try {
    const snapshot = await build(p);
    tell('snapshot', { number: snapshot.number });
    const late = (await freshness(p, snapshot)).filter(({ state }) => state === 'late');
    tell('late', { extracts: late.length });
    tell('collected', { objects: await collectOrphans(p) });
  } catch (error) {
    tellFailure('build', error);
    throw error;
  }
}
