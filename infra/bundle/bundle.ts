// What runs in AWS: a file an entry, beside it the house's .sql and .yaml files in their places and DuckDB's library.
import { cp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Architecture, withDuckdb } from './duckdb.ts';
import { ownPlace } from './own-place.ts';

/** What runs in AWS, by the name of its file there. */
export const ENTRIES = {
  land: 'functions/land.ts',
  build: 'functions/build.ts',
  reconcile: 'functions/reconcile.ts',
  retain: 'functions/retain.ts',
  api: 'functions/api.ts',
  lists: 'functions/lists.ts',
  erase: 'functions/erase.ts',
  agency: 'infra/functions/agency.ts',
  'publish-site': 'infra/functions/publish-site.ts',
};

const HOME = fileURLToPath(new URL('../..', import.meta.url));
/** The thread that reads workbooks is started by path, so it is a file of its own. */
const WORKBOOK = { 'etl/landing/workbook/worker': 'etl/landing/workbook/serve.ts' };
/** Packages of CommonJS ask for `require`, which a module does not have. */
const REQUIRE =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";

/**
 * Bundles entries of `functions/` into a folder that Lambda runs as it is.
 * @param entries what each is called, and its file in the house
 * @returns what is missing for the functions to run, in words that say how to get it; undefined when nothing is
 */
export async function bundle(entries: Readonly<Record<string, string>>, architecture: Architecture, out: string) {
  await rm(out, { recursive: true, force: true });
  await build({
    absWorkingDir: HOME,
    entryPoints: { ...entries, ...WORKBOOK },
    outdir: out,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    banner: { js: REQUIRE },
    // The browser that prints board packs is too large to go along: in AWS the page is printed by who reads it.
    external: ['@duckdb/node-bindings', 'playwright-core', '@sparticuz/chromium'],
    plugins: [ownPlace(HOME)],
    logLevel: 'warning',
  });
  await writeFile(join(out, 'package.json'), '{"type":"module"}\n');
  for (const file of ['partnership.yaml', ...(await readBesideSources())]) await cp(join(HOME, file), join(out, file));
  return withDuckdb(HOME, architecture, out);
}

async function readBesideSources(): Promise<string[]> {
  const entries = await readdir(join(HOME, 'etl'), { recursive: true });
  return entries.filter((path) => /\.(sql|yaml)$/.test(path)).map((path) => join('etl', path));
}
