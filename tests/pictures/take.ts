// `npm run pictures -- [--data DIR]`: takes the pictures of docs/pictures anew, of the demo partnership, by a real browser.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { startLocal } from '../../functions/local/start.ts';
import { settled } from '../accessibility/states.ts';
import { launch, visit } from '../journeys/browser.ts';

interface Picture {
  name: string;
  address: string;
  width: number;
  height: number;
  /** What stands at the top of the picture; the page's beginning unless told. */
  from?: string;
}

const TABLET = { width: 820, height: 1180 };
const LAPTOP = { width: 1280, height: 900 };
const PICTURES: Picture[] = [
  { name: 'overview', address: '/', ...TABLET },
  { name: 'changes', address: '/changes', ...TABLET },
  { name: 'missing-by-town', address: '/missing?kpi=missing-episodes&by=town', ...LAPTOP, from: '#missing-episodes' },
  { name: 'measure', address: '/measures/missing-rhi-72h', ...LAPTOP },
  { name: 'police-notices', address: '/ppn', ...LAPTOP },
  { name: 'exploitation', address: '/mace', ...LAPTOP },
  { name: 'repeat-concerns', address: '/repeat-concerns', ...LAPTOP },
  { name: 'data-quality', address: '/quality', ...LAPTOP },
  { name: 'board-pack', address: '/board', ...TABLET },
  { name: 'overview-on-a-phone', address: '/', width: 375, height: 812 },
];
const FOLDER = fileURLToPath(new URL('../../docs/pictures', import.meta.url));

async function shoot(page: Page, { name, from }: Picture): Promise<void> {
  await settled(page);
  if (from) await page.locator(from).evaluate((element) => element.scrollIntoView());
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  console.log(`docs/pictures/${name}.png`);
}

const { values } = parseArgs({ options: { data: { type: 'string', default: 'data' } } });
mkdirSync(FOLDER, { recursive: true });
const local = await startLocal({ data: values.data, port: 0, onProgress: () => {}, log: () => {} });
const browser = await launch();
for (const picture of PICTURES) {
  const { page } = await visit(browser, 'about:blank', picture.width, local.url);
  await page.setViewportSize({ width: picture.width, height: picture.height });
  await page.goto(local.url + picture.address);
  await shoot(page, picture);
  await page.context().close();
}
await browser.close();
await local.close();
