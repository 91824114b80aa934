import type { Page } from 'playwright-core';

/** Controls smaller than 24 by 24 px (WCAG 2.5.8). A link within a sentence or a cell is as high as its line. */
export const targets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const LEAST = 24;
    const controls = document.querySelectorAll<HTMLElement>('a[href], button, select, summary, input, [role="button"]');
    return [...controls].flatMap((control) => {
      const target = control.closest('label') ?? control;
      const { width, height } = target.getBoundingClientRect();
      const inline = control.matches('a, button.link') && getComputedStyle(control).display === 'inline';
      const seen = control.checkVisibility({ visibilityProperty: true }) && !control.closest('.visually-hidden');
      if (!seen || inline || (width >= LEAST && height >= LEAST)) return [];
      return [`"${control.textContent?.trim().slice(0, 40)}" is ${Math.round(width)} by ${Math.round(height)} px`];
    });
  });
