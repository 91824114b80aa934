import type { Page } from 'playwright-core';

/** What each abbreviation stands for: a page that uses one says so somewhere. */
const STANDS_FOR: Record<string, RegExp> = {
  AA: /Web Content Accessibility Guidelines/,
  CCE: /to commit crimes/,
  CIN: /child in need/i,
  CPP: /child protection plan/i,
  CSE: /sexually/,
  EASS: /Equality Advisory and Support Service/,
  EHC: /education, health and care/i,
  EHRC: /Equality and Human Rights Commission/,
  KPI: /key performance indicator/i,
  MACE: /Multi-Agency Child Exploitation/i,
  MASH: /Multi-Agency Safeguarding Hub/i,
  NFA: /no further action/i,
  PPN: /Police Protection Notice/i,
  RHI: /return home interview/i,
  SEN: /special educational needs/i,
  UPN: /unique pupil number/i,
  WCAG: /Web Content Accessibility Guidelines/,
};
/** Known to everybody here, names of products, and how a date is typed. */
const KNOWN = new Set(['NHS', 'ID', 'CSV', 'PDF', 'SQL', 'JAWS', 'NVDA', 'MM', 'OFFICIAL', 'SENSITIVE']);
/** Longer is two sentences. */
const MOST_WORDS = 30;
/** What this trade says among itself, and longer words for short ones. */
const JARGON =
  /\b(special cause|common cause|(?<!Quality )assurance|service users?|clients?|utilis\w+|leverag\w+|facilitat\w+|in order to|prior to|commenc\w+|in relation to|with regard to|robust|stakeholders?|via|e\.g\.|i\.e\.|etc\.?|N\/A)/i;

/** Words that a reader may not know, and sentences that are too long to be read once. The law words the accessibility statement. */
export async function words(page: Page): Promise<string[]> {
  const { seen, all, sentences } = await page.evaluate(() => {
    const app = document.body;
    const blocks = [...app.querySelectorAll<HTMLElement>('main :is(p, li, dd, td, summary, h1, h2, h3)')].filter(
      (block) => block.checkVisibility({ visibilityProperty: true }) && !block.querySelector('p, li, td'),
    );
    return {
      // The rules of files speak of columns by the names that agencies gave them.
      seen: [...app.querySelectorAll<HTMLElement>('body *:not(.rules *, script, noscript)')]
        .filter((part) => part.checkVisibility({ visibilityProperty: true }))
        .flatMap((part) => [...part.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE))
        .map((node) => node.textContent)
        .join('\n'),
      all: app.textContent ?? '',
      sentences: blocks.flatMap((block) => block.innerText.split(/(?<=[.?!:;])\s+|\n/)),
    };
  });
  const law = (await page.title()).startsWith('Accessibility statement');
  // "PPN-04" is the number of a figure.
  const short = new Set([...seen.matchAll(/\b([A-Z]{2,})s?\b(?!-\d|[a-z_"/])/g)].map(([, letters]) => letters!));
  const unknown = [...short].filter((letters) => !KNOWN.has(letters) && !STANDS_FOR[letters]?.test(all));
  const lengthOf = (sentence: string) => sentence.trim().split(/\s+/).length;
  const long = sentences.filter((sentence) => !law && lengthOf(sentence) > MOST_WORDS);
  return [
    ...unknown.map((letters) => `nothing says what ${letters} is`),
    ...new Set(long.map((sentence) => `a sentence of ${lengthOf(sentence)} words: ${sentence}`)),
    ...new Set(sentences.flatMap((sentence) => JARGON.exec(sentence)?.[0] ?? []).map((word) => `it says "${word}"`)),
  ];
}
