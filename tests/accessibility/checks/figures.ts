import type { Page } from 'playwright-core';

/**
 * Pictures without a name, words and a table, and points that their table does not hold. The points are read as the arrow keys read
 * them, the table as it stands.
 */
export const figures = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const words = (element: Element | null | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
    /** What is seen of a cell: a mark has words beside it for those who do not see it. */
    const seen = (cell: Element) => {
      const copy = cell.cloneNode(true) as Element;
      for (const hidden of copy.querySelectorAll('.visually-hidden')) hidden.remove();
      return words(copy);
    };
    const named = (picture: Element, by: string) =>
      (picture.getAttribute(by) ?? '')
        .split(' ')
        .map((id) => words(document.getElementById(id)))
        .join(' ')
        .trim();
    const press = (picture: Element, key: string) =>
      picture.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

    const readings = (picture: Element) => {
      const said: string[] = [];
      const reading = () => words(picture.parentElement!.querySelector('.chart-reading'));
      press(picture, 'Home');
      while (reading() && reading() !== said.at(-1)) {
        said.push(reading());
        press(picture, 'ArrowRight');
      }
      press(picture, 'Escape');
      return said;
    };
    /** "April 2025: 22.1%" for each row of the table, with the value of the split before where there is one. */
    const rowsOf = (table: Element) => {
      const heads = [...table.querySelectorAll('thead th')].map(words);
      const value = heads.findIndex((head) => head.startsWith('Value'));
      // The table of a curve tells some of its days, in columns.
      if (value < 0) return [];
      return [...table.querySelectorAll('tbody tr')].map((row) => {
        const cells = [...row.children].map(seen);
        return {
          panel: cells[1]!,
          text: `${cells[0]}: ${cells[value]}`,
          shown: !/^(No figure|Withheld)$/.test(cells[value]!),
        };
      });
    };

    return [...document.querySelectorAll('[role="img"]')].flatMap((picture) => {
      const name = named(picture, 'aria-labelledby') || picture.getAttribute('aria-label') || '';
      const section = picture.closest('section');
      const table = section?.querySelector('.as-table table, .sheet > .table-region table');
      const faults = [
        name ? '' : 'a picture without a name',
        named(picture, 'aria-describedby') ? '' : `"${name}" has no words`,
        section?.querySelector('h2, h3') ? '' : `"${name}" has no heading`,
        table ? '' : `"${name}" has no table`,
        ...[...picture.querySelectorAll('svg')].map((svg) =>
          svg.getAttribute('aria-hidden') === 'true' ? '' : `"${name}" is read out mark by mark`,
        ),
      ].filter(Boolean);
      if (!table || !picture.matches('.chart-picture')) return faults;
      const panel = words(picture.closest('.panels li')?.querySelector('h4'));
      const rows = rowsOf(table).filter((row) => row.shown && (!panel || row.panel === panel));
      const drawn = readings(picture).map((said) => /^[^:]+: [^ (,]+(?: [a-z]+)?/.exec(said)?.[0] ?? said);
      const told = rows.map((row) => row.text).reverse();
      const whole = !panel && document.querySelector('.panels') ? [] : told;
      return whole.length === 0 || drawn.join('|') === told.join('|')
        ? faults
        : [
            ...faults,
            `"${name}" draws ${drawn.length} points, its table holds ${told.length}: ${drawn[0]} and ${told[0]}`,
          ];
    });
  });
