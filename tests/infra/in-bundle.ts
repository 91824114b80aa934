// Bundled by bundle.test.ts and run on its own: lands files, builds, and says what came of it.
import { build } from '../../etl/build/build.ts';
import { land } from '../../etl/landing/land.ts';
import { openPartnership } from '../../etl/partnership.ts';

const [data, files] = process.argv.slice(2) as [string, string];
const p = await openPartnership({ data });
const receipts = await land(p, [files]);
const snapshot = await build(p);
const outcomes = receipts.map(({ extract, outcome }) => `${extract} ${outcome}`);
console.log(JSON.stringify({ outcomes, kpis: Object.keys(snapshot.kpis).length }));
p.close();
