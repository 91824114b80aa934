import type { Page } from 'playwright-core';

/** Tables that are wider than their region and lose sight of what a row is about when they are scrolled, or show little else. */
export const rowHeads = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const MOST = 0.6;
    const [LEAST, LEAST_WORD] = [72, 6];
    const regions = [...document.querySelectorAll<HTMLElement>('[role=region]:has(> table)')];
    return regions.flatMap((region) => {
      const head = region.querySelector<HTMLElement>('tbody th[scope=row]');
      if (!head || region.scrollWidth <= region.clientWidth + 1) return [];
      region.scrollLeft = region.scrollWidth;
      head.scrollIntoView({ block: 'center', inline: 'nearest' });
      region.scrollLeft = region.scrollWidth;
      const [{ left }, { left: at, width, top, height }] = [
        region.getBoundingClientRect(),
        head.getBoundingClientRect(),
      ];
      const seen = document.elementFromPoint(at + width / 2, top + height / 2);
      region.scrollLeft = 0;
      const name = region.getAttribute('aria-label');
      if (at < left - 1) return [`${name}: the head of a row scrolls out of sight`];
      if (!head.contains(seen)) return [`${name}: the head of a row is covered`];
      if (width < LEAST && head.innerText.length > 2 * LEAST_WORD) return [`${name}: the head of a row is squeezed`];
      return width > MOST * region.clientWidth ? [`${name}: the head of a row leaves little room`] : [];
    });
  });
