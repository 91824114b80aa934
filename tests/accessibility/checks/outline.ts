import type { Page } from 'playwright-core';

/** The order of headings and landmarks, the title of the window and the language. */
export const outline = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
    const names = (elements: HTMLElement[]) => elements.map((element) => element.textContent?.trim() ?? '');
    const levels = all('h1, h2, h3, h4, h5, h6').map((heading) => Number(heading.tagName[1]));
    const h1 = names(all('h1'));
    const twice = (list: string[]) => list.filter((one, i) => list.indexOf(one) !== i);
    const title = document.title.split(' - ');
    return [
      h1.length === 1 ? '' : `${h1.length} h1`,
      ...levels.map((level, i) => (level > (levels[i - 1] ?? 0) + 1 ? `h${level} after h${levels[i - 1] ?? 0}` : '')),
      ...names(all('h1, h2, h3, h4')).map((name) => (name ? '' : 'a heading without words')),
      ...twice(names(all('main h2'))).map((name) => `two h2 "${name}"`),
      ...twice(all('[id]').map((element) => element.id)).map((id) => `two elements with the id ${id}`),
      all('main').length === 1 ? '' : `${all('main').length} main`,
      ...all('nav:not([aria-label], [aria-labelledby])').map(() => 'a nav without a name'),
      title.at(-1) === 'Safeguarding dashboard' ? '' : `the title ends "${title.at(-1)}"`,
      title[0] && h1[0]?.startsWith(title[0]) ? '' : `the title begins "${title[0]}", the page "${h1[0]}"`,
      document.documentElement.lang === 'en-GB' ? '' : `the language is "${document.documentElement.lang}"`,
      getComputedStyle(document.documentElement).colorScheme === 'light' ? '' : 'no scheme of colours is said',
    ].filter(Boolean);
  });
