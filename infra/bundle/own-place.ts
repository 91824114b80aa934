import { readFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Lets each source file know its own place in the house although all of them are in one bundle: the .sql and .yaml files that it reads
 * beside itself lie at the same place below the bundle.
 */
export const ownPlace = (home: string): Plugin => ({
  name: 'own-place',
  setup(build) {
    build.onLoad({ filter: /\.[jt]s$/ }, async ({ path }) => {
      const place = relative(home, path).split(sep).join('/');
      if (!/^(etl|functions|infra)\//.test(place)) return undefined;
      const source = await readFile(path, 'utf8');
      const own = `new URL(${JSON.stringify(place)}, import.meta.url).href`;
      return { contents: source.replaceAll('import.meta.url', own), loader: path.endsWith('.ts') ? 'ts' : 'js' };
    });
  },
});
