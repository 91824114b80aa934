// A quality assurance officer asks whether what is wrong with the data changes what the board was told.
import { expect } from 'vitest';
import { it, visit, opened } from './browser.ts';
import { smallPartnership } from './small-partnership.ts';

const here = opened(smallPartnership);

it('goes from a late extract to a KPI that is made from it, of the same snapshot, by keys alone', async () => {
  const { page, complaints } = await visit(
    here.browser,
    `${here.server.url}/quality?as_at=1`,
    1280,
    here.server.url,
    'quality-assurance',
  );
  const table = page.getByRole('table', { name: 'Extracts with faults, worst first' });
  const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Missing episodes' }) });
  expect(await row.innerText()).toMatch(/Late: a file was due on \d+ \w+ 2025/);
  expect(await row.getByRole('link').allInnerTexts()).toEqual([
    'Children known to the police and the council',
    'MACE children missing in the last 90 days',
    'Children missing',
    'Missing episodes',
    'Return interview within 72 hours',
  ]);
  await row.getByRole('link', { name: 'Return interview within 72 hours' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Return interview within 72 hours' }).waitFor();
  expect(page.url()).toBe(`${here.server.url}/measures/missing-rhi-72h?as_at=1`);
  expect(complaints).toEqual([]);
  await page.context().close();
});
