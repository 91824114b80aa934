// Files for a spreadsheet: one table, that a screen reader and a program read alike.
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SmallPartnership, smallPartnership } from '../journeys/small-partnership.ts';
import { askAt } from '../signed-in.ts';

let city: SmallPartnership;
beforeAll(async () => {
  city = await smallPartnership();
});
afterAll(() => city?.close());

const get = async (path: string) => (await askAt(`${city.url}/api${path}`)).text();

/** What is wrong with a table as text. The header is its first row, and names each column once. */
function faultsOf(csv: string): string[] {
  const [header = [], ...rows] = parse(csv, { relaxColumnCount: true, skipEmptyLines: false }) as string[][];
  const blank = (row: string[]) => row.every((cell) => cell.trim() === '');
  return [
    header.every((name) => /^[a-z][a-z_0-9]*$/.test(name)) ? '' : `the first row is no header: ${header.join()}`,
    new Set(header).size === header.length ? '' : 'two columns have one name',
    rows.length > 0 ? '' : 'no rows',
    rows.some(blank) || blank(header) ? 'a blank row' : '',
    rows.some((row) => row.length !== header.length && !blank(row))
      ? 'a row that is longer or shorter than the header'
      : '',
    rows.some((row) => row.join() === header.join()) ? 'a second header' : '',
  ].filter(Boolean);
}

it('has one header row, no blank row and a key to every column, for each KPI', async () => {
  const kpis = JSON.parse(await get('/kpis')) as { id: string; splits: { id: string }[] }[];
  for (const { id, splits } of kpis) {
    const by = splits[0] ? `&by=${splits[0].id}` : '';
    const csv = await get(`/kpis/${id}/trend?grain=quarter${by}&format=csv`);
    expect(faultsOf(csv), id).toEqual([]);
    const columns = csv.slice(0, csv.indexOf('\n')).split(',');
    const key = await get(`/kpis/${id}/trend?grain=quarter${by}&format=key`);
    expect(faultsOf(key), id).toEqual([]);
    expect((parse(key) as string[][]).slice(1).map(([name]) => name)).toEqual(columns);
  }
});

it('would be found out', () => {
  expect(faultsOf('period,value\n2025,1\n')).toEqual([]);
  expect(faultsOf('Missing episodes\n\nperiod,value\n2025,1\n')).toEqual(
    expect.arrayContaining([expect.stringMatching('no header'), 'a blank row', expect.stringMatching('longer')]),
  );
  expect(faultsOf('period,value\n2025,1\n\n2026,2\n')).toEqual(['a blank row']);
  expect(faultsOf('period,value\n2025,1\nperiod,value\n')).toEqual(['a second header']);
  expect(faultsOf('value,value\n1,1\n')).toEqual(['two columns have one name']);
});
