import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const RUNBOOK = 'docs/runbook.md';
const text = readFileSync(fileURLToPath(new URL(`../../${RUNBOOK}`, import.meta.url)), 'utf8');
const headings = new Set([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading));

/** What an alarm says: where the runbook tells what to do. @throws Error when the runbook does not */
export function inRunbook(heading: string): string {
  if (!headings.has(heading)) throw new Error(`${RUNBOOK} has no heading "${heading}".`);
  return `${RUNBOOK}, "${heading}"`;
}
