import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DASHBOARD } from '../../../functions/local/dashboard.ts';

const inAssets = (name: string) => readFileSync(join(DASHBOARD, 'assets', name));
const packed = (names: string[]) => names.reduce((sum, name) => sum + gzipSync(inAssets(name)).length, 0);

/** What the built dashboard makes a browser fetch, in bytes as they are sent. */
export function sizes() {
  const page = readFileSync(join(DASHBOARD, 'index.html'), 'utf8');
  const named = [...page.matchAll(/\/assets\/([^"]+\.js)"/g)].map(([, name]) => name!);
  return {
    /** All scripts of the overview: those that the page itself names. */
    overview: packed(named),
    /** What draws the charts of the other pages: Plot, and what it needs. */
    charts: packed(readdirSync(join(DASHBOARD, 'assets')).filter((name) => builtLast(name, page, named))),
  };
}

/** Earlier builds may lie beside the last, so the chunk is the one that the page's own scripts name. */
const builtLast = (name: string, page: string, named: string[]) =>
  /^plot-.*\.js$/.test(name) && (page.includes(name) || named.some((one) => inAssets(one).includes(name)));
