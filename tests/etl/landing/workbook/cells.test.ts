// What another program writes into a workbook is read as it was: cell by cell, whatever stands in it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { workbookReader } from '../../../../etl/landing/workbook/in-worker.ts';
import { unescaped } from '../../../../etl/landing/workbook/strings.ts';
import { scratchFolder } from '../../../partnerships.ts';

const read = workbookReader();
const folder = scratchFolder();
const [workbook, csv] = [join(folder, 'any.xlsx'), join(folder, 'any.csv')];
const WIDTH = 4;

async function textsOf(rows: XLSX.CellObject[][], bookSST: boolean): Promise<string[][]> {
  const heading = Array.from({ length: WIDTH }, (_, i): XLSX.CellObject => ({ t: 's', v: `Column ${i}` }));
  const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet([heading, ...rows]), 'Any');
  writeFileSync(workbook, XLSX.write(book, { type: 'buffer', bookType: 'xlsx', bookSST }));
  await read({ workbook, csv, sheet: null, headerRow: 1, cell: null });
  return parse(readFileSync(csv), { from: 2 });
}

const two = (n: number) => String(n).padStart(2, '0');
const dayOf = (serial: number) => new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
const told = (cell: XLSX.CellObject, text: string) => ({ cell, text });
const texts = fc
  .string({ unit: 'grapheme', minLength: 1 })
  // Underscores would be escapes; XML itself has no other controls.
  .filter((text) => /^[^_\p{Cc}\p{Cs}\ufffe\uffff]+$/u.test(text))
  .map((text) =>
    told({ t: 's', v: text }, text.replaceAll('\u00a0', ' ').trim() === '' ? '' : text.replaceAll('\u00a0', ' ')),
  );
const numbers = fc
  .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((n) => told({ t: 'n', v: n + 0 }, String(n + 0)));
const days = fc.integer({ min: 61, max: 60_000 }).map((n) => told({ t: 'n', v: n, z: 'dd/mm/yyyy' }, dayOf(n)));
const minutes = fc
  .tuple(fc.integer({ min: 61, max: 60_000 }), fc.integer({ min: 1, max: 1439 }))
  .map(([n, m]) =>
    told({ t: 'n', v: n + m / 1440, z: 'd mmm yy hh:mm' }, `${dayOf(n)}T${two(Math.floor(m / 60))}:${two(m % 60)}`),
  );
const truths = fc.boolean().map((b) => told({ t: 'b', v: b }, String(b)));
const rest = fc.array(fc.oneof(texts, numbers, days, minutes, truths), { minLength: WIDTH - 1, maxLength: WIDTH - 1 });
const rows = fc
  .array(rest, { maxLength: 8 })
  .map((all) => all.map((row, i) => [told({ t: 'n', v: i + 1 }, String(i + 1)), ...row]));

it('shows a mark in place of what no cell should hold', () => {
  expect(unescaped('a_x0000_b_x001B_c_x000A_d_x0041_')).toBe('a\ufffdb\ufffdc\ndA');
});

it('reads every cell as it was written', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.boolean(), async (all, shared) => {
      const found = await textsOf(
        all.map((row) => row.map(({ cell }) => cell)),
        shared,
      );
      expect(found).toEqual(all.map((row) => row.map(({ text }) => text)));
    }),
    { numRuns: 100 },
  );
});
