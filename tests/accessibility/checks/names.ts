import type { Page } from 'playwright-core';

/** Links and buttons whose name misleads: one name for two places, or a name without the words that are seen. */
export const names = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const seen = (element: HTMLElement) => element.checkVisibility({ visibilityProperty: true });
    const words = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
    const bare = (text: string) => text.replace(/\s/g, '');
    const nameOf = (element: Element) => words(element.getAttribute('aria-label') ?? element.textContent);
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].filter(seen);
    const places = new Map<string, Set<string>>();
    for (const link of links)
      places.set(nameOf(link), (places.get(nameOf(link)) ?? new Set()).add(link.href.replace(/#$/, '')));
    const controls = [...document.querySelectorAll<HTMLElement>('a[href], button, summary')].filter(seen);
    return [
      ...[...places].map(([name, to]) => (to.size > 1 ? `"${name}" leads to ${to.size} places` : '')),
      ...controls.map((control) => (nameOf(control) ? '' : `a ${control.tagName} without a name`)),
      ...controls.map((control) =>
        bare(nameOf(control)).includes(bare(control.innerText))
          ? ''
          : `"${control.innerText}" is named "${nameOf(control)}"`,
      ),
    ].filter(Boolean);
  });
