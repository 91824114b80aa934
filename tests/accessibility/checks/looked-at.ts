/** What axe leaves to people, and a person has looked at: by which rule, on what (a selector), and why it is no fault. Anything else that it leaves is one. */
export const LOOKED_AT: readonly { rule: string; on: string; because: string }[] = [
  {
    rule: 'color-contrast',
    on: 'svg :is(text, tspan)',
    because: 'Marks and words of pictures are measured by contrast.ts.',
  },
  {
    rule: 'color-contrast',
    on: '.table-region *',
    because: 'A head that stays in sight may lie over it; contrast.ts measures it.',
  },
  {
    rule: 'color-contrast',
    on: 'td.number',
    because: 'One figure is too short for axe to take it for text; contrast.ts measures it.',
  },
  { rule: 'label-content-name-mismatch', on: '.term', because: 'The name "What is MACE?" holds the "?" that is seen.' },
  {
    rule: 'th-has-data-cells',
    on: 'table:has([scope="rowgroup"])',
    because: 'The head of a group of rows has no cell beside it.',
  },
  {
    rule: 'th-has-data-cells',
    on: 'table:not(:has(tbody tr))',
    because: 'Without figures a table has no rows; its heads stay.',
  },
];
