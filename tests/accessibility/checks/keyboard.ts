import type { Page } from 'playwright-core';

const CONTROLS = 'a[href], button, select, summary, input, textarea, [tabindex="0"]';

/** Walks through the page by Tab and back: every control once, in the order of the page, each seen where the focus is, and the first one skips to the main part. */
export async function keyboard(page: Page): Promise<string[]> {
  const count = await page.evaluate(watch, CONTROLS);
  for (let i = 0; i < count; i++) await page.keyboard.press('Tab');
  const forth = await page.evaluate(walked);
  for (let i = 1; i < count; i++) await page.keyboard.press('Shift+Tab');
  const back = await page.evaluate(walked);
  // The focus is on the first control again.
  await page.keyboard.press('Enter');
  const skipped = await page.evaluate(() => document.activeElement?.tagName);
  const expected = Array.from({ length: count }, (_, i) => i);
  return [
    String(forth.order) === String(expected) ? '' : `Tab visits ${forth.order} of ${count} controls`,
    String(back.order) === String(expected.slice(0, -1).reverse()) ? '' : `Shift+Tab visits ${back.order}`,
    skipped === 'MAIN' ? '' : `the first control leads to ${skipped}, not to the main part`,
    ...new Set([...forth.faults, ...back.faults]),
  ].filter(Boolean);
}

interface Walk {
  order: number[];
  faults: string[];
}

/** Remembers where the focus goes from now on, and what is wrong with how it shows. @returns how many controls there are */
function watch(selector: string): number {
  const seen = (element: HTMLElement) =>
    element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  const controls = [...document.querySelectorAll<HTMLElement>(selector)].filter(
    (element) => seen(element) && element.tabIndex >= 0 && !element.matches(':disabled'),
  );
  const walk: Walk = { order: [], faults: [] };
  Object.assign(window, { walk });
  const fault = (element: HTMLElement): string | undefined => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    const ground = getComputedStyle(document.documentElement).backgroundColor;
    const strong = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && outlineColor !== ground;
    if (!strong) return 'shows no focus';
    const { left, top, width, height, bottom } = element.getBoundingClientRect();
    if (bottom <= 0 || top >= innerHeight) return 'is out of sight';
    const above = document.elementFromPoint(
      left + Math.min(width / 2, 12),
      Math.max(top + Math.min(height / 2, 12), 1),
    );
    const label = element.closest('label') ?? element;
    return above && (label.contains(above) || above.contains(element)) ? undefined : 'is covered';
  };
  document.addEventListener('focusin', ({ target }) => walk.order.push(controls.indexOf(target as HTMLElement)));
  // At the next key the page has been scrolled to where the focus is.
  document.addEventListener('keydown', () => {
    const element = document.activeElement as HTMLElement;
    const wrong = element === document.body ? undefined : fault(element);
    if (wrong) walk.faults.push(`"${element.textContent?.trim().slice(0, 40)}" ${wrong} when it has the focus`);
  });
  (document.activeElement as HTMLElement | null)?.blur();
  return controls.length;
}

/** What was remembered since last asked. */
function walked(): Walk {
  const { walk } = window as unknown as { walk: Walk };
  return { order: walk.order.splice(0), faults: walk.faults.splice(0) };
}
