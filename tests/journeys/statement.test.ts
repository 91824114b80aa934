import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { it, launch, visit } from './browser.ts';
import { bareDemo } from './small-partnership.ts';

it('names in the accessibility statement whom partnership.yaml names, and promises what it promises', async () => {
  const { accessibility } = parse(readFileSync('partnership.yaml', 'utf8'));
  const [browser, bare] = await Promise.all([launch(), bareDemo()]);
  const { page, complaints } = await visit(browser, `${bare.url}/accessibility`);
  await page.getByText(`tell ${accessibility.contact}.`).waitFor();
  const text = await page.locator('main').innerText();
  expect(text.match(/[^.]*working days/g)).toEqual([
    expect.stringContaining(accessibility.answers_within.slice(0, 15)),
  ]);
  expect(complaints).toEqual([]);
  await browser.close();
  await bare.close();
});
