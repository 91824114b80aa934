// Workbooks, made here cell by cell and read as an agency's.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { expect, it } from 'vitest';
import { check } from '../../../../etl/landing/land.ts';
import { emptyPartnership, scratchFolder } from '../../../partnerships.ts';

const HEADER =
  'Child Unique ID,NHS No,Name,D.O.B,Type,RFM score,Risk level,Date opened to MACE,Date closed,' +
  'Action plan in place?,Last consulted with YP,SEN,School URN,Notes';
const date = (v: number): XLSX.CellObject => ({ t: 'n', v, z: 'dd/mm/yyyy' });
const row = (opened: XLSX.CellObject, id = '1') => [
  id,
  9990000018,
  'TESTONE, Ann',
  date(40_000),
  'CCE',
  20,
  'High',
  opened,
  null,
  'Y',
  null,
  'None',
  124001,
  null,
];

function workbook(rows: unknown[][], position = 'Position at 31 March 2025. OFFICIAL-SENSITIVE'): string {
  const sheet = XLSX.utils.aoa_to_sheet([['Tracker'], [position], [], HEADER.split(','), ...rows]);
  const book = XLSX.utils.book_new(sheet, 'Tracker');
  const path = join(scratchFolder(), 'MACE_Tracker_2025-03-31.xlsx');
  writeFileSync(path, XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }));
  return path;
}

const verdict = async (path: string) => {
  const p = await emptyPartnership();
  const receipt = await check(p, path);
  p.close();
  return receipt;
};

it('reads date cells, numbers as text, and the position date', async () => {
  expect(await verdict(workbook([row(date(45_000))]))).toMatchObject({
    outcome: 'accepted',
    accepted: 1,
    period: '2025-03-31',
    reasons: [],
  });
});

it.each([-5, 9_999_999])('rejects the row of a date cell that holds %s, by its row in the sheet', async (number) => {
  const receipt = await verdict(workbook([row(date(45_000)), row(date(number), '2')]));
  expect(receipt).toMatchObject({ accepted: 1, rejected: 1 });
  expect(receipt.reasons).toContainEqual(
    expect.objectContaining({ rule: 'impossible date', column: 'Date opened to MACE', example_rows: [6] }),
  );
});

it('is refused when the position date inside is another than in the name, or not there', async () => {
  const rule = async (position: string) => (await verdict(workbook([row(date(45_000))], position))).reasons[0]!.rule;
  expect(await rule('Position at 30 March 2025')).toBe('two position dates');
  expect(await rule('For the board')).toBe('no position date');
});
