import type { Page, Route } from 'playwright-core';

/** All that a page asks for but the snapshot and whose it is, without which it is no page yet. */
const FIGURES = /\/api\/(?!snapshot|me$)/;

/** The page has all its figures and charts. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').waitFor();
  await page.waitForFunction(() => {
    const waits = document.querySelector('.skeleton, [aria-busy="true"]');
    const drawn = [...document.querySelectorAll('.chart-frame')].every((frame) => frame.firstElementChild);
    return !waits && drawn;
  });
}

const begun = (page: Page) => page.locator('h1').waitFor();

/** A state in which a page may be met: what is done before it is opened, and when it may be looked at. */
interface State {
  prepare(page: Page): Promise<unknown>;
  ready(page: Page): Promise<void>;
}

export const STATES = {
  default: { prepare: async () => {}, ready: settled },
  filtered: { prepare: async () => {}, ready: settled },
  empty: { prepare: async () => {}, ready: settled },
  'with figures withheld': { prepare: (page) => page.route(/\/(series|trend)\?/, withhold), ready: settled },
  'when the figures cannot be had': {
    prepare: (page) => page.route(FIGURES, (route) => route.fulfill({ status: 500, json: { detail: 'No.' } })),
    ready: settled,
  },
  'while it waits': { prepare: (page) => page.route(FIGURES, () => {}), ready: begun },
} satisfies Record<string, State>;

type Row = Record<string, unknown>;
const hide = (rows: Row[]) => rows.map((row, i) => (i % 3 === 0 ? { ...row, value: null, status: 'withheld' } : row));

/** Every third figure of a series or a trend becomes one that may not be shown. */
async function withhold(route: Route): Promise<void> {
  const response = await route.fetch();
  const { rows, trends, ...rest } = (await response.json()) as { rows?: Row[]; trends?: { points: Row[] }[] };
  const hidden = { rows: rows && hide(rows), trends: trends?.map((one) => ({ ...one, points: hide(one.points) })) };
  await route.fulfill({ response, json: { ...rest, ...hidden } });
}
