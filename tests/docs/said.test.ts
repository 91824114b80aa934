// What docs/security.md says of limits, times and roles is what the code does.
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../etl/partnership.ts';
import { LIMITS, WORKER_LIMITS } from '../../etl/landing/workbook/limits.ts';
import { LISTS_A_DAY, MOST_REFERENCES } from '../../etl/vault/re-identify.ts';
import { ACTIONS } from '../../functions/api/audit/entry.ts';
import { whose } from '../../functions/api/roles.ts';
import { MOST_SPLITS } from '../../functions/api/schemas/lists.ts';
import { MOST_BYTES as MOST_OF_A_FILE } from '../../functions/api/schemas/uploads.ts';
import { ROLES } from '../../functions/api/session/actor.ts';
import { ASK_MS } from '../../functions/api/session/granted.ts';
import { IDLE_MS, LONGEST_MS } from '../../functions/api/session/sessions.ts';
import { PATIENCE_MS } from '../../functions/api/session/sign-ins.ts';
import { FRESH_S } from '../../functions/api/session/step-up.ts';
import { MOST_BYTES } from '../../functions/api/writes.ts';
import { read, sectionOf } from './claims.ts';

const MB = 1024 * 1024;
const minutes = (ms: number) => ms / 60_000;

it('limits are those of the code', () => {
  const said = sectionOf('Limits');
  for (const words of [
    `${MOST_OF_A_FILE / MB} MB. A workbook: ${LIMITS.parts} parts, ${LIMITS.partBytes / MB} MB a part and ${LIMITS.totalBytes / MB} MB in all`,
    `no part more than ${LIMITS.ratio} times its packed size`,
    `${WORKER_LIMITS.seconds} seconds and ${WORKER_LIMITS.heapMegabytes} MB to read it`,
    `A write: ${MOST_BYTES / 1024} KB`,
    `A list: ${MOST_REFERENCES} references, ${MOST_SPLITS} filters, ${LISTS_A_DAY} a day`,
  ])
    expect(said).toContain(words);
});

it('sessions end when docs/security.md says', () => {
  const said = sectionOf('Signing in, and sessions');
  for (const words of [
    `after ${minutes(IDLE_MS)} minutes without use and after ${minutes(LONGEST_MS) / 60} hours in any case`,
    `a sign-in of the last ${FRESH_S / 60} minutes`,
    `was begun waits ${minutes(PATIENCE_MS)} minutes`,
    `asked again every ${minutes(ASK_MS)} minutes`,
    'any number of sessions',
  ])
    expect(said).toContain(words);
});

it('sign-in is described as it is configured', () => {
  const { second_factor } = readConfig().sign_in as { second_factor: { amr: string[] } };
  const short = second_factor.amr.filter((value) => !value.startsWith('http'));
  expect(sectionOf('Signing in, and sessions')).toContain(`\`amr\` ${short.join(', ')}.`);
});

it('roles are those of the table', () => {
  const ASKED = [
    'GET /api/kpis/:id/series',
    'POST /api/lists',
    'GET /api/submissions',
    'POST /api/decisions',
    'POST /api/uploads',
    'GET /api/audit',
  ];
  const rows = ROLES.map((role) => `| ${[role, ...ASKED.map((route) => whose(route, role) ?? '-')].join(' | ')} |`);
  expect(sectionOf('Who sees what')).toContain(rows.join('\n'));
});

it('every deed of the record is described', () => {
  expect(sectionOf('Logs')).toContain(`The record's deeds: ${ACTIONS.map((action) => `\`${action}\``).join(', ')}.`);
});

it('packages are mended within named times', () => {
  expect(sectionOf('Packages')).toMatch(/within \d+ days where it says critical, \d+ where it says high/);
});

it('contracts say which columns are checked against each other, and what to do where they disagree', () => {
  const folder = 'etl/contracts';
  const rules = readdirSync(folder)
    .filter((file) => file.endsWith('.odcs.yaml'))
    .flatMap((file) => {
      const contract = parse(read(`${folder}/${file}`)) as { schema: { quality?: Record<string, string>[] }[] };
      return contract.schema[0]!.quality ?? [];
    });
  expect(rules.length).toBeGreaterThan(5);
  for (const rule of rules)
    expect(rule).toMatchObject({ engine: 'safeguarding', description: expect.stringMatching(/\w{3}/) });
});
