import { existsSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';

export type Architecture = 'arm64' | 'x64';

/**
 * Lays DuckDB's library for Lambda's processor beside a bundle. npm installs the one of the machine it runs on and no other.
 * @returns how to get what is missing, or undefined when nothing is
 */
export async function withDuckdb(home: string, architecture: Architecture, out: string): Promise<string | undefined> {
  const bindings = 'node_modules/@duckdb/node-bindings';
  const library = `${bindings}-linux-${architecture}`;
  await cp(join(home, bindings), join(out, bindings), { recursive: true });
  if (existsSync(join(home, library, 'duckdb.node'))) {
    await cp(join(home, library), join(out, library), { recursive: true });
    return undefined;
  }
  const { version } = JSON.parse(readFileSync(join(home, bindings, 'package.json'), 'utf8')) as { version: string };
  const wanted = `@duckdb/node-bindings-linux-${architecture}@${version}`;
  return `DuckDB's library for ${architecture} is not installed here, so the functions could not run. Get it with: npm install --no-save --force ${wanted}`;
}
