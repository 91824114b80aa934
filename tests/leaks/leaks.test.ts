// Nothing that says who a child is leaves landing and the vault: not in the lake, the log, receipts, API answers or the command's output.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPartnership, type Partnership } from '../../etl/partnership.ts';
import { describeWithSample, sample } from '../agency-files.ts';
import { scratchFolder } from '../partnerships.ts';
import { identifiers } from './identifiers.ts';
import { identifies, leaksInTables, leaksInText, openFiles, tokens, vocabulary } from './scan.ts';
import { signedInApi } from '../signed-in.ts';

/** Planted in cells of a name, a note and a code that no list has. */
const CANARIES = ['Canarysurnamezq', 'Canarynotezq', 'Canarycodezq'];

function plantCanaries(folder: string): void {
  const notices = join(folder, 'police-ppn/STAFFSPOL_PPN_202405.csv');
  const lines = readFileSync(notices, 'latin1').split('\r\n');
  const cells = lines[1]!.split(',');
  const row = (changes: Record<number, string>) => cells.map((cell, i) => changes[i] ?? cell).join(',');
  lines.splice(
    1,
    0,
    row({ 0: 'PPN/24/900001', 2: CANARIES[0]!, 3: CANARIES[0]! }),
    row({ 0: 'PPN/24/900002', 11: CANARIES[2]! }),
  );
  writeFileSync(notices, lines.join('\r\n'), 'latin1');

  const tracker = join(folder, 'mace-tracker/MACE_Tracker_2025-03-31.xlsx');
  const book = XLSX.read(readFileSync(tracker), { cellNF: true });
  const sheet = Object.values(book.Sheets)[0]!;
  sheet.N5 = { t: 's', v: `${CANARIES[1]} seen with an older boy` };
  writeFileSync(tracker, XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }));
}

const ROUTES = ['/snapshot', '/kpis', '/extracts', '/submissions', '/quality', '/openapi.json'];

async function apiAnswers(p: Partnership): Promise<Map<string, string>> {
  const api = await signedInApi(p);
  const get = async (path: string) => {
    const response = await api.request(`http://127.0.0.1/api${path}`);
    return JSON.stringify([...response.headers]) + (await response.text());
  };
  const answers = new Map<string, string>();
  for (const path of ROUTES) answers.set(path, await get(path));
  const kpis = await (await api.request('http://127.0.0.1/api/kpis')).json();
  for (const { id, splits } of kpis) {
    for (const path of [
      `/kpis/${id}`,
      ...splits.map((s: { id: string }) => `/kpis/${id}/series?grain=year&by=${s.id}`),
    ])
      answers.set(path, await get(path));
  }
  const submissions = await (await api.request('http://127.0.0.1/api/submissions')).json();
  for (const { id } of submissions) answers.set(`/submissions/${id}`, await get(`/submissions/${id}`));
  return answers;
}

describeWithSample('who a child is', () => {
  let data: string;
  let temporary: string;
  let p: Partnership;
  let output: string;
  let leaks: (value: string) => boolean;

  beforeAll(async () => {
    const files = scratchFolder();
    cpSync(sample!, files, { recursive: true });
    plantCanaries(files);
    data = scratchFolder();
    temporary = scratchFolder();
    const command = (...words: string[]) => {
      const env = { ...process.env, TMPDIR: temporary };
      const { stdout, stderr } = spawnSync('node', ['functions/cli/safeguarding.js', ...words, '--data', data], {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
        env,
      });
      return stdout + stderr;
    };
    const extracts = readdirSync(files, { withFileTypes: true })
      .filter((e) => e.isDirectory())
      .map((e) => join(files, e.name));
    output =
      command('land', ...extracts) +
      command('build') +
      command('log') +
      command('query', 'ppn-received', '--grain', 'year', '--by', 'town');
    p = await openPartnership({ data });
    const known = identifiers(files);
    const ours = vocabulary();
    const shared = [...known].filter((value) => ours.has(value));
    // What cannot be told from the product's own words. A name that somebody writes into the code shows up here.
    const harmless = ['2024-04-01', 'own', 'st1', 'st3', 'st4', 'st6', 'total', 'white'];
    expect(shared.filter((word) => !harmless.includes(word))).toEqual([]);
    leaks = identifies(new Set([...known].filter((value) => !ours.has(value))));
    expect(known.size).toBeGreaterThan(60_000);
  });
  afterAll(() => p.close());

  it('is seen where it may be: the scan knows a leak when it sees one', async () => {
    const session = await p.engine.session();
    const identities = (await p.store.list('vault/identities/police-ppn/'))[0]!;
    const rows = await session.rows<Record<string, string>>(
      `select * from read_parquet('${await p.store.localPath(identities)}') limit 50`,
    );
    session.close();
    for (const column of ['local_id', 'surname', 'postcode'])
      expect(rows.filter((row) => row[column] && leaks(row[column])).length, column).toBeGreaterThan(45);
    expect(
      rows.filter((row) => row.birth_date && row.birth_date < '2018-01-01').every((row) => leaks(row.birth_date!)),
    ).toBe(true);
    expect(leaksInText('x', JSON.stringify(rows[0]), leaks).length).toBeGreaterThan(2);
  });

  it('is in no column of any table of the lake', async () => {
    const found = await leaksInTables(p, leaks);
    expect(found.values).toBeGreaterThan(200_000);
    expect(found.leaks.slice(0, 20)).toEqual([]);
  });

  it('is in no receipt, list of rejects, snapshot or other file outside landing and the vault', () => {
    const texts = openFiles(data).filter((path) => !path.endsWith('.parquet'));
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.flatMap((path) => leaksInText(path, readFileSync(path, 'utf8'), leaks)).slice(0, 20)).toEqual([]);
  });

  it('is in no answer of the API, headers included', async () => {
    const answers = await apiAnswers(p);
    expect(answers.size).toBeGreaterThan(200);
    expect([...answers].flatMap(([path, body]) => leaksInText(path, body, leaks)).slice(0, 20)).toEqual([]);
    for (const [path, body] of answers)
      for (const canary of CANARIES) expect(body.includes(canary), `${canary} in ${path}`).toBe(false);
  });

  it('is in nothing that the command prints', () => {
    expect(tokens(output).length).toBeGreaterThan(1000);
    expect(leaksInText('output', output, leaks).slice(0, 20)).toEqual([]);
  });

  it('leaves no byte of a planted canary outside landing and the vault, nor in the temporary folder', async () => {
    const everywhere = [...openFiles(data), ...openFiles(temporary)];
    expect(readdirSync(join(data, 'landing/scratch'))).toEqual([]);
    for (const path of everywhere)
      for (const canary of CANARIES) expect(readFileSync(path).includes(canary), `${canary} in ${path}`).toBe(false);
    const { leaks: decoded } = await leaksInTables(p, (value) => CANARIES.some((canary) => value.includes(canary)));
    expect(decoded).toEqual([]);
    expect(output).not.toMatch(new RegExp(CANARIES.join('|')));
    // And they did go in: the name and the note rest where they may.
    const hidden = execFileSync('grep', ['-rlE', CANARIES.join('|'), join(data, 'landing')], { encoding: 'utf8' });
    expect(hidden.trim().split('\n').length).toBeGreaterThanOrEqual(1);
  });
});
