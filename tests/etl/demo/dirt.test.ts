import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { writeDemo } from '../../../etl/demo/demo.ts';
import { scratchFolder } from '../../partnerships.ts';
import { type Row, iso, namesOf, rawRows, rows, tracker } from './sent.ts';

let folder: string;
const all = new Map<string, Row[]>();
beforeAll(async () => {
  folder = scratchFolder();
  await writeDemo(folder, { children: 30_000, today: new Date('2026-11-21') });
  for (const extract of ['police-ppn', 'police-missing', 'council-contacts', 'council-referrals', 'education-roll'])
    all.set(
      extract,
      namesOf(folder, extract).flatMap((name) => rawRows(folder, extract, name)),
    );
}, 60_000);

/** NHS data dictionary: weights 10 to 2 and a check digit, modulus 11. */
function nhsIsValid(number: string): boolean {
  const sum = number
    .slice(0, 9)
    .split('')
    .reduce((total, digit, i) => total + Number(digit) * (10 - i), 0);
  return (11 - (sum % 11)) % 11 === Number(number[9]);
}
/** Department for Education: weights 2 to 13 and a check letter, modulus 23. */
function upnIsValid(upn: string): boolean {
  const sum = upn
    .slice(1)
    .split('')
    .reduce((total, digit, i) => total + Number(digit) * (i + 2), 0);
  return upn[0] === 'ABCDEFGHJKLMNPQRTUVWXYZ'[sum % 23];
}

it('uses NHS numbers of the never-issued 999 range only, nearly all with a right check digit', () => {
  const numbers = [...all.values()].flat().flatMap((row) => (row['NHS Number'] ? [row['NHS Number']] : []));
  const real = numbers.filter((number) => number !== '0000000000' && number !== '9999999999');
  expect(real.every((number) => /^999\d{7}$/.test(number))).toBe(true);
  const wrong = real.filter((number) => !nhsIsValid(number)).length / real.length;
  expect(wrong).toBeGreaterThan(0.001);
  expect(wrong).toBeLessThan(0.02);
});

it('gives each child numbers of its own', () => {
  const referred = rows(folder, 'council-referrals', 'Referral ID').filter(
    (row) => nhsIsValid(row['NHS Number']!) && !/^(0+|9+)$/.test(row['NHS Number']!),
  );
  const childOf = new Map<string, Set<string>>();
  for (const row of referred)
    childOf.set(row['NHS Number']!, (childOf.get(row['NHS Number']!) ?? new Set()).add(row['Child Unique ID']!));
  expect([...childOf.values()].every((children) => children.size === 1)).toBe(true);
});

it('uses unique pupil numbers with a right check letter, of a local authority that does not exist', () => {
  const upns = rows(folder, 'education-roll', 'UPN').map((row) => row['UPN']!);
  expect(upns.every((upn) => /^[A-Z]987\d{9}$/.test(upn) && upnIsValid(upn))).toBe(true);
});

it.each<[string, string, (row: Row) => boolean]>([
  ['a missing birth date', 'police-ppn', (row) => row['DOB'] === '' && row['Surname'] !== ''],
  ['a postcode in lower case', 'council-contacts', (row) => row['Postcode']!.startsWith('st')],
  ['a postcode without its space', 'police-missing', (row) => /^ST\d{2,3}[A-Z]{2}$/.test(row['home_postcode']!)],
  ['a notice type in capitals', 'police-ppn', (row) => row['Notice type'] === 'DOMESTIC ABUSE'],
  ['an outcome with a space behind it', 'police-ppn', (row) => row['Triage outcome'] === 'NFA '],
  ['a stray total line', 'council-contacts', (row) => row['Child Unique ID'] === 'Total'],
  ['a row without its key', 'council-contacts', (row) => row['Contact ID'] === '' && row['Surname'] !== ''],
  ['31 February', 'council-contacts', (row) => row['Date of Contact']!.startsWith('31/02')],
  ['a code outside its list', 'council-contacts', (row) => row['Contact Source'] === 'Z9'],
  ['a placeholder NHS number', 'council-contacts', (row) => row['NHS Number'] === '0000000000'],
  ['ethnicity not yet obtained', 'council-referrals', (row) => row['Ethnicity'] === 'NOBT'],
  [
    'a young adult named with the children',
    'police-ppn',
    (row) => row['DOB'] !== '' && Number(iso(row['Created']!).slice(0, 4)) - Number(row['DOB']!.slice(6)) > 18,
  ],
])('holds %s, rarely', (_, extract, fault) => {
  const found = all.get(extract)!.filter(fault).length;
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(all.get(extract)!.length * 0.2);
});

it('sends fewer than 1 in 300 rows that must be rejected', () => {
  const bad = all
    .get('council-contacts')!
    .filter((row) => row['Contact ID'] === '' || row['Contact ID']!.endsWith('X')).length;
  expect(bad).toBeLessThan(all.get('council-contacts')!.length / 300);
});

it('sends some rows twice', () => {
  const ids = all.get('council-contacts')!.map((row) => row['Contact ID']);
  expect(ids.length - new Set(ids).size).toBeGreaterThan(20);
});

const withoutAccents = (name: string) => name.normalize('NFD').replaceAll(/\p{M}/gu, '');

it('spells one child in several ways', () => {
  const spellings = new Map<string, Set<string>>();
  for (const row of all.get('police-ppn')!)
    if (row['Surname'])
      spellings.set(
        row['Person URN']!,
        (spellings.get(row['Person URN']!) ?? new Set()).add(withoutAccents(row['Surname']!)),
      );
  const alike = (a: string, b: string) => a !== b && a[0] === b[0] && Math.abs(a.length - b.length) < 2;
  const misspelt = [...spellings.values()].filter((set) => [...set].some((a) => [...set].some((b) => alike(a, b))));
  expect(misspelt.length).toBeGreaterThan(100);
});

it('holds twins: one address, one birthday, two forenames', () => {
  const pupils = rows(folder, 'education-roll', 'UPN');
  const homes = new Map<string, Set<string>>();
  for (const row of pupils) {
    const key = [row['Surname'], row['DateOfBirth'], row['Postcode']].join();
    homes.set(key, (homes.get(key) ?? new Set()).add(row['Forename']!));
  }
  expect([...homes.values()].filter((forenames) => forenames.size > 1).length).toBeGreaterThan(10);
});

it('writes each agency’s encoding', () => {
  const ppn = namesOf(folder, 'police-ppn').map((name) => readFileSync(join(folder, 'police-ppn', name)));
  expect(
    ppn.every((bytes) =>
      bytes
        .toString('latin1')
        .split('\n')
        .slice(0, -1)
        .every((line) => line.endsWith('\r')),
    ),
  ).toBe(true);
  expect(ppn.some((bytes) => bytes.includes(0x92))).toBe(true);
  expect(ppn.some((bytes) => bytes.includes(0xeb))).toBe(true); // ë
  expect(readFileSync(join(folder, 'police-missing', 'missing_2024_01.csv')).subarray(0, 3)).toEqual(
    Buffer.from([0xef, 0xbb, 0xbf]),
  );
  const contacts = readFileSync(join(folder, 'council-contacts', 'AnnexA_List1_2024Q1.csv'));
  expect(contacts.includes('\r')).toBe(false);
  expect(() => new TextDecoder('utf-8', { fatal: true }).decode(contacts)).not.toThrow();
});

it('lays the tracker out as the team does', () => {
  const { title, rows: cohort } = tracker(folder, 'MACE_Tracker_2026-09-30.xlsx');
  expect(title[1]).toMatch(/^Position at 30 September 2026/);
  expect(title[2]).toBe('');
  expect(Object.keys(cohort[0]!)).toContain('Last consulted with YP');
  expect(typeof cohort[0]!['Date opened to MACE']).toBe('number');
});
