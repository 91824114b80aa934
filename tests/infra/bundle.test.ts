import { execFile } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { writeDemo } from '../../etl/demo/demo.ts';
import { bundle, ENTRIES } from '../../infra/bundle/bundle.ts';
import { withDuckdb } from '../../infra/bundle/duckdb.ts';
import { scratchFolder } from '../partnerships.ts';

const run = promisify(execFile);
const here = process.arch === 'arm64' ? 'arm64' : 'x64';
let out: string;

/** Away from the house: what a bundle lacks it cannot find there. */
const node = (script: string, args: string[] = [], env: Record<string, string> = {}) =>
  run(process.execPath, [script, ...args], { cwd: out, env: { PATH: process.env.PATH, ...env } });

beforeAll(async () => {
  out = scratchFolder();
  const missing = await bundle({ ...ENTRIES, tried: 'tests/infra/in-bundle.ts' }, here, out);
  expect(missing).toBeUndefined();
});

test('a bundle lands every kind of file, workbooks too, and builds every KPI, with nothing of the house around it', async () => {
  const [files, data] = [scratchFolder(), scratchFolder()];
  await writeDemo(files, { children: 500, years: 1, today: new Date('2024-12-31T12:00:00Z') });
  const { stdout } = await node('tried.js', [data, files]);
  const { outcomes, kpis } = JSON.parse(stdout) as { outcomes: string[]; kpis: number };
  // A workbook is read in a thread of its own, which is a file of its own in the bundle.
  expect(outcomes.some((text) => text.startsWith('mace-tracker accepted'))).toBe(true);
  expect(outcomes.length).toBeGreaterThan(20);
  expect(outcomes.filter((text) => text.endsWith('refused'))).toEqual([]);
  expect(kpis).toBeGreaterThan(15);
});

/** Asks what answers people, as Lambda starts and asks it, while nobody is signed in. */
async function askOf(entry: string, method: string, path: string) {
  const headers = { host: 'x.lambda-url.eu-west-2.on.aws', origin: 'https://safeguarding.example.gov.uk' };
  const request = {
    version: '2.0',
    rawPath: path,
    rawQueryString: '',
    headers: { ...headers, 'content-type': 'application/json' },
    requestContext: { http: { method, path }, domainName: 'x' },
    isBase64Encoded: false,
    ...(method === 'POST' && { body: '{}' }),
  };
  const script = `
    const { handler } = await import('./${entry}.js');
    const { statusCode, headers } = await handler(${JSON.stringify(request)});
    console.log(JSON.stringify({ statusCode, policy: headers['content-security-policy'] }));`;
  const env = {
    PUBLIC_URL: 'https://safeguarding.example.gov.uk',
    OIDC_ISSUER: 'https://cognito-idp.eu-west-2.amazonaws.com/eu-west-2_x',
    OIDC_CLIENT_ID: 'x',
    LAKE_BUCKET: 'lake',
    WEB_BUCKET: 'web',
    AWS_REGION: 'eu-west-2',
    TMPDIR: scratchFolder(),
  };
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], {
    cwd: out,
    env: { PATH: process.env.PATH, ...env },
  });
  return JSON.parse(stdout) as { statusCode: number; policy: string };
}

test.each([
  ['api', 'GET', '/api/kpis', 401],
  ['lists', 'POST', '/api/lists', 401],
  ['lists', 'GET', '/api/kpis', 404],
])('%s starts with what the stacks tell it, and answers %s %s with %i where nobody is signed in', async (...asked) => {
  const [entry, method, path, statusCode] = asked;
  const policy = expect.stringContaining("default-src 'none'");
  expect(await askOf(entry, method, path)).toEqual({ statusCode, policy });
});

test('nothing of a bundle says how it was made, and no map of its sources goes along', () => {
  const own = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(
    (path) => !path.startsWith('node_modules'),
  );
  expect(own.filter((path) => path.endsWith('.map'))).toEqual([]);
  const programs = own.filter((path) => path.endsWith('.js'));
  // What several of them need is in files of its own.
  expect(programs.length).toBeGreaterThan(Object.keys(ENTRIES).length + 5);
  for (const path of programs) {
    const text = readFileSync(join(out, path), 'utf8');
    for (const told of [process.cwd(), homedir(), 'sourceMappingURL'])
      expect([path, text.includes(told)]).toEqual([path, false]);
  }
});

test("a library that npm did not install here is asked for in npm's own words", async () => {
  const home = scratchFolder();
  cpSync('node_modules/@duckdb/node-bindings', join(home, 'node_modules/@duckdb/node-bindings'), { recursive: true });
  expect(await withDuckdb(home, 'arm64', scratchFolder())).toMatch(
    /npm install --no-save --force @duckdb\/node-bindings-linux-arm64@\d/,
  );
});
