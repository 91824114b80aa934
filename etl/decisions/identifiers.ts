// What people type must not tell who a child is. Names cannot be told from other words; numbers and dates of birth can.
const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*';
const SEPARATORS = '[ .\\-/]';

const SIGNS: readonly { is: RegExp; what: string }[] = [
  {
    is: new RegExp(`(?<!\\d)\\d{3}${SEPARATORS}?\\d{3}${SEPARATORS}?\\d{4}(?!\\d)`),
    what: 'a number like an NHS number',
  },
  { is: /(?<![\dA-Z])(?:\d{2}|\d{4})[/-]?\d{4,7}[A-Z](?![A-Z\d])/i, what: 'a number like a PNC number' },
  { is: /(?<![A-Z\d])[A-Z]\d{11}[A-Z\d](?![A-Z\d])/i, what: 'a number like a unique pupil number' },
  { is: /(?<!\d)\d{2}\/\d{4,}\/[A-Z]{1,2}(?![A-Z\d])/i, what: 'a number like a police reference' },
  { is: /(?<!\d)0\d{2,4}[ -]?\d{3}[ -]?\d{3,4}(?!\d)/, what: 'a number like a telephone number' },
  { is: /[^\s@]+@[^\s@]+\.[^\s@]+/, what: 'an e-mail address' },
  { is: /(?<![A-Z\d])[A-Z]{2,}[ -]?\d{5,}(?!\d)/i, what: 'a number like that of a case' },
  { is: /\d{7,}/, what: 'a long number' },
  { is: /(?<![A-Z\d])[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?![A-Z\d])/i, what: 'a postcode' },
  {
    is: /(?<!\d)(?:\d{1,2}[ ]?[/.-][ ]?\d{1,2}[ ]?[/.-][ ]?(?:\d{4}|\d{2})|\d{4}[/.-]\d{1,2}[/.-]\d{1,2})(?!\d)/,
    what: 'a date in figures, which may be a date of birth',
  },
  {
    is: new RegExp(`\\b(?:born|birth|birthday|d\\.?o\\.?b)\\b(?=.*(?:\\d|${MONTH}))`, 'is'),
    what: 'a date of birth',
  },
];

/** A full date in words is how people date a meeting, and how they write a birthday: those before this year are taken for the latter. */
const OLDEST_MEETING = 2020;
const WORDED = new RegExp(
  `\\b(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?),? (\\d{4})\\b`,
  'gi',
);

/** What in a text may tell who a child is, each as a sentence that repeats nothing of it; empty where there is nothing. */
export function identifiersIn(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[\s\p{Cf}]+/gu, ' ');
  if (/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text.replace(/[\t\n\r]/g, ' ')))
    return ['This holds characters that cannot be seen. Type it again, without pasting.'];
  const old = [...plain.matchAll(WORDED)].some(([, year]) => Number(year) < OLDEST_MEETING);
  const found = SIGNS.filter(({ is }) => is.test(plain)).map(({ what }) => what);
  return [...found, ...(old ? ['a date of long ago, which may be a date of birth'] : [])].map(
    (what) =>
      `This holds ${what}. Nothing here may tell who a child is: write it without, and a recent date as 31 October 2026.`,
  );
}
