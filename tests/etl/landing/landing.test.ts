// What happens to a file, driven by the files themselves.
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check, land } from '../../../etl/landing/land.ts';
import { listReceipts, readRejects, type Receipt } from '../../../etl/landing/receipt.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import { clinicFile, clinicHouse, copyAs, HEADER, visit } from '../../clinic.ts';
import { emptyPartnership, scratchFolder } from '../../partnerships.ts';

let p: Partnership;
beforeAll(async () => {
  p = await emptyPartnership({ home: clinicHouse() });
});
afterAll(() => p.close());

const landOne = async (rows: string[], name = 'visits_2024_05.csv', head = HEADER): Promise<Receipt> =>
  (await land(p, [clinicFile(name, rows, head)]))[0]!;
const everything = async () =>
  (await Promise.all(['landing/', 'vault/', 'lake/'].map((zone) => p.store.list(zone)))).flat();
const rules = (receipt: Receipt) => receipt.reasons.map((r) => [r.rule, r.severity, r.example_rows]);

it('says of a row that names nobody that it counts as a child of its own', async () => {
  const receipt = await landOne([visit({ patient: '', nhs: '', surname: '', forename: '' })]);
  expect(receipt).toMatchObject({ outcome: 'accepted', accepted: 1, warned: 1 });
  expect(receipt.reasons.map((r) => r.rule).toSorted()).toEqual([
    'names nobody',
    'no NHS number',
    'no id of the agency',
  ]);
});

describe('a file of a period', () => {
  const dated = (dates: string[]) => dates.map((arrived, i) => visit({ visit: `P${i}`, arrived, left: '' }));
  const days = (month: string, count: number) =>
    Array.from({ length: count }, (_, i) => `${String(i + 1).padStart(2, '0')}/${month}/2024 09:30`);

  it('is refused where most of its rows are of another, with what may be the cause', async () => {
    const receipt = await landOne(dated([...days('06', 6), ...days('05', 5)]));
    expect(receipt).toMatchObject({ outcome: 'refused', accepted: 0, covers: null });
    expect(receipt.reasons).toMatchObject([{ rule: 'events of another period', severity: 'refuse' }]);
    expect(receipt.reasons[0]!.advice).toContain('name says 2024-05, and 6 of its rows are dated outside it');
  });

  it.each([
    ['half of its rows are', dated([...days('05', 5), ...days('06', 5)]), [7, 8, 9, 10, 11]],
    ['it has few rows', dated(days('04', 9)), [2, 3, 4, 5, 6, 7, 8, 9, 10]],
  ])('is taken, with a warning of those of another, where %s', async (_why, rows, examples) => {
    const receipt = await landOne(rows);
    expect(receipt).toMatchObject({ outcome: 'accepted', accepted: rows.length });
    expect(rules(receipt)).toEqual([['events of another period', 'warn', examples]]);
  });

  it('may have late entries, a tenth of its rows, without a word', async () => {
    expect((await landOne(dated([...days('05', 9), ...days('04', 1)]))).reasons).toEqual([]);
  });
});

describe('a row', () => {
  it.each([
    ['no key', { visit: '' }],
    ['total line', { visit: 'Total', patient: '', arrived: '', born: '' }],
    ['total line', { visit: '', patient: 'Grand total' }],
    ['impossible date', { arrived: '31/02/2024 09:30' }],
    ['impossible date', { arrived: '2024-05-10T09:30' }],
    ['impossible date', { arrived: '10/05/0202 09:30', born: '' }],
    ['impossible date', { born: '13/13/2015' }],
    ['missing value', { arrived: '' }],
    ['code not in list', { reason: 'Toothache' }],
  ])('is rejected for "%s" (%#), with its number and never its value', async (rule, cells) => {
    const receipt = await landOne([visit({ visit: 'V0' }), visit(cells)]);
    expect(receipt).toMatchObject({ outcome: 'accepted with rejects', rows: 2, accepted: 1, rejected: 1 });
    expect(rules(receipt)).toEqual([[rule, 'reject', [3]]]);
    expect(await readRejects(p, receipt)).toContainEqual(expect.objectContaining({ row: 3, rule }));
    for (const value of Object.values(cells).filter((v) => v.length > 5))
      expect(JSON.stringify(receipt)).not.toContain(value);
  });

  it.each([
    ['no NHS number', { nhs: '' }],
    ['no id of the agency', { patient: '' }],
    ['NHS number not valid', { nhs: '9990000019' }],
    ['NHS number not valid', { nhs: '9999999999' }],
    ['NHS number not valid', { nhs: '0000000000' }],
    ['born after the event', { born: '01/02/2025' }],
    ['aged 18 or over', { born: '10/05/2006' }],
    ['skipped local time', { arrived: '31/03/2024 01:30', left: '' }, 'visits_2024_03.csv'],
    ['code not in list', { mood: 'Sunny' }],
    ['left before arriving', { left: '09/05/2024' }],
  ])('is kept with a warning for "%s" (%#)', async (rule, cells, name = 'visits_2024_05.csv') => {
    const receipt = await landOne([visit(cells)], name);
    expect(receipt).toMatchObject({ outcome: 'accepted', accepted: 1, rejected: 0, warned: 1 });
    expect(rules(receipt)).toEqual([[rule, 'warn', [2]]]);
  });

  it('is sound the day before an 18th birthday, and with codes in any case and spacing', async () => {
    expect(
      (await landOne([visit({ born: '11/05/2006', reason: ' \u00a0iNJ\t', mood: 'not  KNOWN' })])).reasons,
    ).toEqual([]);
  });

  it('counts as repeated when it stands twice, and is rejected when it contradicts the first with its key', async () => {
    const receipt = await landOne([visit(), visit(), visit({ visit: 'v1' }), visit({ reason: 'Illness' })]);
    expect(receipt).toMatchObject({ rows: 4, accepted: 1, repeated: 1, rejected: 2 });
    expect(rules(receipt)).toEqual([['key used twice', 'reject', [4, 5]]]);
  });

  it.each([
    ['repeats', {}, { accepted: 1, repeated: 1, rejected: 0 }],
    ['contradicts', { reason: 'Illness' }, { accepted: 1, repeated: 0, rejected: 1 }],
  ])('is found when it %s the only other one with its key', async (_what, cells, counts) => {
    expect(await landOne([visit(), visit(cells)])).toMatchObject({ rows: 2, ...counts });
  });

  it('with too few or too many cells is rejected under its own number', async () => {
    const receipt = await landOne([
      visit({ visit: 'V1' }),
      'V2,P1',
      visit({ visit: 'V3' }),
      visit({ visit: 'V4' }) + ',more',
      visit({ visit: '' }),
    ]);
    expect(receipt).toMatchObject({ rows: 5, accepted: 2, rejected: 3 });
    expect(rules(receipt)).toEqual(
      expect.arrayContaining([
        ['ragged row', 'reject', [3, 5]],
        ['no key', 'reject', [6]],
      ]),
    );
  });
});

describe('a file', () => {
  it.each([
    ['wrong columns', [visit()], HEADER.replace('Reason,', '')],
    ['wrong columns', [visit()], HEADER + ',Extra'],
    ['wrong columns', [visit()], HEADER.replace('Mood', 'Reason')],
    ['wrong columns', [visit()], HEADER.replaceAll(',', ';')],
    ['quote left open', [visit(), visit({ visit: 'V2', note: '"oh' }), visit({ visit: 'V3' })], HEADER],
  ])('is refused for "%s" (%#), kept and shown', async (rule, rows, head) => {
    const receipt = await landOne(rows, 'visits_2024_05.csv', head);
    expect(receipt).toMatchObject({ outcome: 'refused', accepted: 0, reasons: [{ rule, severity: 'refuse' }] });
    expect(await listReceipts(p)).toContainEqual(receipt);
    expect(await p.store.read(`landing/clinic-visits/${receipt.id}/content`)).toBeDefined();
  });

  it('that a byte order mark calls UTF-8 is refused as another encoding when it is one', async () => {
    const file = clinicFile('visits_2024_05.csv', []);
    const rows = [HEADER, visit({ forename: 'Zo\u00eb' }), visit({ visit: 'V2' }), ''].join('\n');
    writeFileSync(file, Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), Buffer.from(rows, 'latin1')]));
    expect((await land(p, [file]))[0]).toMatchObject({ outcome: 'refused', reasons: [{ rule: 'wrong encoding' }] });
  });

  it('is refused without naming what stands where the header should be', async () => {
    const receipt = await landOne([visit()], 'visits_2024_05.csv', visit({ surname: 'Canaryname' }));
    expect(JSON.stringify(receipt)).not.toContain('Canaryname');
  });

  it('is refused when all its rows are bad, and accepted when it has none', async () => {
    expect(await landOne([visit({ visit: '' })])).toMatchObject({ outcome: 'refused', rows: 1, rejected: 1 });
    expect(await landOne([])).toMatchObject({ outcome: 'accepted', rows: 0 });
  });

  it('is taken with its columns in another order and case', async () => {
    const head = HEADER.split(',').reverse().join(',').toUpperCase();
    expect(await landOne([visit().split(',').reverse().join(',')], 'visits_2024_05.csv', head)).toMatchObject({
      outcome: 'accepted',
      accepted: 1,
      reasons: [],
    });
  });

  it.each([
    ['CRLF header, LF rows', (text: string) => text.replace('\n', '\r\n')],
    ['LF header, CRLF rows', (text: string) => text.replaceAll('\n', '\r\n').replace('\r\n', '\n')],
    ['CR alone', (text: string) => text.replaceAll('\n', '\r')],
  ])('is taken with mixed line ends: %s', async (_name, mix) => {
    const file = clinicFile('visits_2024_05.csv', [visit(), visit({ visit: 'V2' }), visit({ visit: 'V3' })]);
    writeFileSync(file, mix(readFileSync(file, 'utf8')));
    expect((await land(p, [file]))[0]).toMatchObject({ outcome: 'accepted', accepted: 3, rejected: 0 });
  });

  it('gets the same receipt however often it comes, and nothing more is kept', async () => {
    const file = clinicFile('visits_2024_06.csv', [visit({ arrived: '10/06/2024 10:00', left: '' })]);
    const [first] = await land(p, [file]);
    const before = await everything();
    const again = await land(p, [file, copyAs(file, 'visits_2024_06.csv')]);
    expect(again).toEqual([1, 2].map(() => ({ ...first, outcome: 'duplicate' })));
    expect(await everything()).toEqual(before);
  });

  it('is checked anew when its contract changed', async () => {
    const data = scratchFolder();
    const file = clinicFile('visits_2024_05.csv', [visit({ reason: 'Broken arm' })]);
    const strict = await emptyPartnership({ data, home: clinicHouse() });
    expect((await land(strict, [file]))[0]).toMatchObject({ outcome: 'refused' });
    const mended = await emptyPartnership({
      data,
      home: clinicHouse({ contract: (yaml) => yaml.replace('INJ: Injury', 'INJ: Injury, Broken arm: Injury') }),
    });
    expect((await land(mended, [file]))[0]).toMatchObject({ outcome: 'accepted' });
    strict.close();
    mended.close();
  });

  it('that no contract knows is left alone in a folder, and refused without its name when given by itself', async () => {
    const folder = scratchFolder();
    const stray = join(folder, 'notes on Canary Childname.txt');
    writeFileSync(stray, 'about a child');
    const alone: string[] = [];
    expect(await land(p, [folder], { onLeftAlone: (path) => alone.push(path) })).toEqual([]);
    expect(alone).toEqual([stray]);
    const [receipt] = await land(p, [stray]);
    expect(receipt).toMatchObject({ outcome: 'refused', extract: null, reasons: [{ rule: 'unknown file' }] });
    expect(JSON.stringify(receipt)).not.toContain('Canary');
  });

  it('gets its verdict from check with nothing kept', async () => {
    const before = await everything();
    const file = clinicFile('visits_2024_07.csv', [
      visit({ arrived: '10/07/2024 10:00', left: '' }),
      visit({ visit: '' }),
    ]);
    expect(await check(p, file)).toMatchObject({ outcome: 'accepted with rejects', rows: 2, accepted: 1 });
    expect(await everything()).toEqual(before);
  });

  it('takes its extract and period from the caller where the name says neither', async () => {
    const file = clinicFile('august export.csv', [visit({ arrived: '10/08/2024 10:00', left: '' })]);
    expect((await land(p, [file], { extract: 'clinic-visits' }))[0]).toMatchObject({
      outcome: 'refused',
      reasons: [{ rule: 'unknown period' }],
    });
    expect((await land(p, [file], { extract: 'clinic-visits', period: '2024-08' }))[0]).toMatchObject({
      outcome: 'accepted',
      period: '2024-08',
    });
    await expect(land(p, [file], { extract: 'clinic' })).rejects.toThrow('There is no extract "clinic"');
    await expect(land(p, [file], { extract: 'clinic-visits', period: 'August' })).rejects.toThrow(
      '"August" is not a period',
    );
  });
});

describe('in a folder, what cannot be read', () => {
  const names = ['visits_2024_09.csv', 'visits_2024_10.csv', 'visits_2024_11.csv'];
  const laid = () => {
    const folder = scratchFolder();
    for (const name of names) cpSync(clinicFile(name, [visit()]), join(folder, name));
    return folder;
  };
  /** A partnership whose landing of anything first takes a file away, as its sender may. */
  const losing = (path: string): Partnership => ({
    ...p,
    scratch: (work) => {
      rmSync(path, { force: true });
      return p.scratch(work);
    },
  });
  const told = (path: string) => `"${path}" cannot be read. Expected a file.`;

  it('holds no other file up, and is told', async () => {
    const folder = laid();
    const gone = join(folder, names[1]!);
    const said: string[] = [];
    const receipts = await land(losing(gone), [folder], { onUnreadable: (error) => said.push(error.message) });
    expect(receipts.map((r) => [r.file, r.outcome])).toEqual([
      [names[0], 'accepted'],
      [names[2], 'accepted'],
    ]);
    expect(said).toEqual([told(gone)]);
  });

  it('is thrown once the others are landed, where nobody asks to be told', async () => {
    const folder = laid();
    const gone = join(folder, names[0]!);
    await expect(land(losing(gone), [folder])).rejects.toThrow(told(gone));
    expect((await land(p, [folder])).map((r) => r.outcome)).toEqual(['duplicate', 'duplicate']);
  });

  it.skipIf(process.getuid?.() === 0)('may be a folder (skipped for the super-user, who may read all)', async () => {
    const folder = laid();
    const locked = join(folder, 'locked');
    mkdirSync(locked, { mode: 0 });
    const said: string[] = [];
    const receipts = await land(p, [folder], { onUnreadable: (error) => said.push(error.message) });
    chmodSync(locked, 0o700);
    expect([receipts.length, said]).toEqual([
      3,
      [`"${locked}" cannot be read. Expected a folder that this user may read.`],
    ]);
  });
});

describe('what the lake holds of a row', () => {
  it('is references, attributes and what was derived, not who the child is', async () => {
    const receipt = await landOne(
      [
        visit({
          visit: 'V77',
          arrived: '01/07/2024 00:15',
          postcode: 'st12zz',
          born: '29/02/2016',
          mood: 'Sunny',
          left: '',
        }),
      ],
      'visits_2024_07.csv',
    );
    const session = await p.engine.session();
    const [row] = await session.rows(
      `select * from read_parquet('${await p.store.localPath(`lake/staged/clinic-visits/${receipt.id}.parquet`)}')`,
    );
    session.close();
    expect(row).toEqual({
      submission: receipt.id,
      row_number: 2,
      source_ref: expect.stringMatching(/^[0-9a-f]{32}$/),
      visit_ref: expect.stringMatching(/^[0-9a-f]{32}$/),
      arrived: '2024-07-01 00:15:00',
      arrived_utc: '2024-06-30 23:15:00',
      left_on: null,
      reason: 'Injury',
      mood: 'Not known',
      age: 8,
      age_band: '5 to 17',
      town: 'Hanley',
    });
    expect(readFileSync(join(p.data, 'vault/key'))).toHaveLength(32);
  });
});

describe('a reference', () => {
  /** The clinic's house with a second agency that sends the same extract. */
  const houseOfTwo = () => {
    const home = clinicHouse();
    const change = (from: string, to: string, edit: (text: string) => string) =>
      writeFileSync(join(home, to), edit(readFileSync(join(home, from), 'utf8')));
    const contracts = 'etl/contracts';
    change('partnership.yaml', 'partnership.yaml', (yaml) =>
      yaml.replace('health: Health', 'health: Health, school: School'),
    );
    change(`${contracts}/clinic-visits.odcs.yaml`, `${contracts}/school-visits.odcs.yaml`, (yaml) =>
      yaml
        .replaceAll(/clinic([-_])visits/g, 'school$1visits')
        .replace('agency, value: health', 'agency, value: school')
        .replace('^visits_', '^school_'),
    );
    return home;
  };

  it('of one id is another at another agency and for another thing, and the same where contracts name one event', async () => {
    const two = await emptyPartnership({ home: houseOfTwo() });
    const row = visit({ visit: 'SAME1', patient: 'SAME1' });
    const receipts = await land(two, [
      clinicFile('visits_2024_05.csv', [row]),
      clinicFile('school_2024_05.csv', [row]),
    ]);
    expect(receipts.map((r) => r.agency)).toEqual(['health', 'school']);
    const session = await two.engine.session();
    const staged = receipts.map(async ({ extract, id }) => {
      const file = await two.store.localPath(`lake/staged/${extract}/${id}.parquet`);
      return (await session.rows<Record<string, string>>(`select * from read_parquet('${file}')`))[0]!;
    });
    const [clinic, school] = await Promise.all(staged);
    session.close();
    two.close();
    expect(clinic!.visit_ref).toBe(school!.visit_ref);
    expect(new Set([clinic!.source_ref, school!.source_ref, clinic!.visit_ref]).size).toBe(3);
  });
});

it('tells the ending of a name that no contract knows, unless it may be a part of a name', async () => {
  const [letter, person] = [copyAs(clinicFile('a.csv', []), 'b.XLSX'), copyAs(clinicFile('a.csv', []), 'J.Smith')];
  expect((await check(p, letter)).file).toBe('(unrecognised name, *.xlsx)');
  expect((await check(p, person)).file).toBe('(unrecognised name)');
});
