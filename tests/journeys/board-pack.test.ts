import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect } from 'vitest';
import { openPartnership, type Partnership } from '../../etl/partnership.ts';
import { makeBoardPack } from '../../functions/board-pack.ts';
import { describe, it, launch, visit } from './browser.ts';
import { bareDemo, type SmallPartnership, smallPartnership } from './small-partnership.ts';
import { sheetsOf } from './pdf-text.ts';
import { askAt } from '../signed-in.ts';

let city: SmallPartnership;
let p: Partnership;
beforeAll(async () => {
  city = await smallPartnership();
  p = await openPartnership({ data: city.data });
});
afterAll(async () => {
  p?.close();
  await city?.close();
});

/** The objects of a PDF, those in its compressed streams too. */
function inflated(path: string): string {
  const pdf = readFileSync(path);
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) => {
    const end = text.indexOf('endstream', index);
    try {
      return inflateSync(pdf.subarray(index + length, end)).toString('latin1');
    } catch {
      return '';
    }
  });
  return [text, ...streams].join('\n');
}

describe('the board pack', () => {
  const make = async (name: string) => {
    const path = join(city.scratch, name);
    await makeBoardPack(p, { period: '2024-25 Q4', measures: ['missing-rhi-72h'] }, path);
    return inflated(path);
  };

  it('is a tagged PDF with an outline, a sheet for each measure, and words for every picture', async () => {
    const pdf = await make('first.pdf');
    expect(pdf).toMatch(/\/Marked true/);
    expect(pdf).toMatch(/\/Outlines/);
    expect(pdf).toMatch(/\/Lang \(en-GB\)/);
    for (const title of [
      'Overview',
      'What changed',
      'Missing episodes',
      'Return interview within 72 hours',
      'Glossary',
    ])
      expect(pdf).toContain(`/Title (${title})`);
    const pictures = pdf.match(/\/S \/Figure\b/g)?.length ?? 0;
    expect(pictures).toBeGreaterThan(2);
    expect(pdf.match(/\/Alt /g)).toHaveLength(pictures);
  });

  it('says on every sheet after the cover whose it is, of when, from which snapshot, and its marking', async () => {
    await make('sheets.pdf');
    const sheets = sheetsOf(readFileSync(join(city.scratch, 'sheets.pdf')));
    expect(sheets.length).toBeGreaterThan(5);
    for (const [i, sheet] of sheets.entries()) {
      const says = (words: string) => sheet.includes(words.replaceAll(' ', ''));
      const own = [
        'Stoke-on-Trent Safeguarding Children Partnership',
        'Board pack, January to March 2025',
        'Snapshot 1, built',
      ];
      expect(['OFFICIAL-SENSITIVE', `Page ${i + 1} of ${sheets.length}`].filter((words) => !says(words))).toEqual([]);
      // The cover has a list of them.
      expect([i, own.map(says)]).toEqual([i, [true, i > 0, true]]);
    }
  });

  it('made again from the same snapshot holds the same', async () => {
    // What is drawn on the sheets, without the times that the file itself bears.
    const drawn = (pdf: string) => pdf.match(/^.*T[jJ]$/gm)!.join('\n');
    const [once, twice] = [await make('once.pdf'), await make('twice.pdf')];
    expect(drawn(once).length).toBeGreaterThan(1000);
    expect(drawn(twice)).toBe(drawn(once));
  });

  it('shows no number that its audience may not see, and asks for no others', async () => {
    const browser = await launch();
    const { page, complaints } = await visit(browser, 'about:blank', 1280, city.url);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${city.url}/board?period=2024-25%20Q4`);
    await page.locator('.pack').waitFor();
    await page.locator('.masthead').getByText('Snapshot 1').waitFor();
    expect([...new Set(asked.filter((path) => path.startsWith('/api/')))].sort()).toEqual([
      '/api/board-pack',
      // What stands around every page says how fresh the files are; on paper it is not.
      '/api/extracts',
      // Every document names it, for whichever page is opened; no sheet reads it.
      '/api/kpis',
      '/api/me',
      '/api/releases',
      '/api/snapshot',
    ]);
    const counts = await page.locator('.sheet:not([aria-labelledby="pack-trust"]) td.number').allInnerTexts();
    expect(counts).toContain('Withheld');
    expect(counts.filter((text) => /^[1-5]$/.test(text))).toEqual([]);
    expect(await page.locator('.marking').innerText()).toBe('OFFICIAL-SENSITIVE');
    expect(complaints).toEqual([]);
    await browser.close();
  });

  it('says which periods there are when asked for another', async () => {
    await expect(makeBoardPack(p, { period: '1999-00 Q1' }, join(city.scratch, 'none.pdf'))).rejects.toThrow(
      /Nothing is released for the period "1999-00 Q1"\. Expected one that is complete, such as "2025-26 Q1"/,
    );
  });
});

it('says in words that nothing is released yet, and shows the pack once it is', async () => {
  const [browser, bare] = await Promise.all([launch(), bareDemo()]);
  const { page, complaints } = await visit(browser, `${bare.url}/board`);
  await page.getByText('No figures are released for the board yet.').waitFor();
  const pack = await (await askAt(`${city.url}/api/board-pack`)).json();
  await page.route('**/api/releases', (route) => route.fulfill({ json: [{ audience: 'board-pack', snapshot: 1 }] }));
  await page.route('**/api/board-pack?*', (route) => route.fulfill({ json: pack }));
  await page.locator('.pack').waitFor();
  expect(complaints).toEqual([]);
  await browser.close();
  await bare.close();
});
