import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The text of an .sql file that stands beside the caller: `readSql(import.meta.url, './edges.sql')`. */
export function readSql(from: string, name: string): string {
  return readFileSync(fileURLToPath(new URL(name, from)), 'utf8');
}
