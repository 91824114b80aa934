// `npm run bench -- [--rows 1000000,10000000] [--large] [--only landing,kpi,sample,daily,pages] [--facts N] [--months N] [--requests N] [--history 365,3650]
// [--rows-a-day N] [--visits N] [--children N] [--years N] [--scratch DIR] [--json FILE]`
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { daily } from './parts/daily.ts';
import { files } from './parts/files.ts';
import { kpi } from './parts/kpi.ts';
import { landing } from './parts/landing.ts';
import { pages } from './parts/pages.ts';
import { type Line, machine, table } from './report.ts';
import type { Settings } from './settings.ts';

const parts: Record<string, (settings: Settings) => Promise<Line[]>> = { landing, kpi, sample: files, daily, pages };

const { values: told } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000,10000000' },
    large: { type: 'boolean', default: false },
    only: { type: 'string', default: Object.keys(parts).join(',') },
    facts: { type: 'string', default: '10000000' },
    months: { type: 'string', default: '120' },
    requests: { type: 'string', default: '300' },
    history: { type: 'string', default: '365,3650' },
    'rows-a-day': { type: 'string', default: '60' },
    visits: { type: 'string', default: '7' },
    children: { type: 'string', default: '60000' },
    years: { type: 'string' },
    scratch: { type: 'string', default: tmpdir() },
    json: { type: 'string' },
  },
});

const FIFTY_MILLION = 50_000_000;
const numbers = (text: string) => text.split(',').map(Number);
const wanted = told.only.split(',');
for (const name of wanted)
  if (!Object.hasOwn(parts, name))
    throw new Error(`There is no part "${name}". Expected: ${Object.keys(parts).join(', ')}.`);

const scratch = mkdtempSync(join(told.scratch, 'safeguarding-bench-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const settings: Settings = {
  scratch,
  rows: [...numbers(told.rows), ...(told.large ? [FIFTY_MILLION] : [])],
  facts: Number(told.facts),
  months: Number(told.months),
  requests: Number(told.requests),
  history: numbers(told.history),
  rowsADay: Number(told['rows-a-day']),
  visits: Number(told.visits),
  children: Number(told.children),
  years: told.years,
};
const lines: Line[] = [];
const measuredOn = machine();
for (const name of wanted) {
  const more = await parts[name]!(settings);
  lines.push(...more);
  console.log(`${table(more)}\n`);
  // After each part, so that a long run that is stopped leaves what it has.
  if (told.json)
    writeFileSync(
      told.json,
      `${JSON.stringify({ machine: measuredOn, settings: { ...settings, scratch: undefined }, lines }, null, 2)}\n`,
    );
}
console.log(
  Object.entries(measuredOn)
    .map(([fact, value]) => `${fact}: ${value}`)
    .join('\n'),
);
