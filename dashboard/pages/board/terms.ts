import { GLOSSARY, type Term } from '../../words/glossary.ts';

/** What every pack needs: its own words, beside those of the measures. */
const ALWAYS = ['denominator', 'final', 'points', 'snapshot', 'status', 'target', 'usual'];

/** The terms of the glossary that some texts use, in the order of the alphabet. */
export function termsIn(texts: readonly string[]): Term[] {
  const all = texts.join('\n');
  const used = (word: string) => new RegExp(`\\b${word.replaceAll(/[^\w ]/g, '.')}(?:s|es)?\\b`, 'i').test(all);
  return GLOSSARY.filter(({ id, term }) => ALWAYS.includes(id) || namesOf(term).some(used)).toSorted((a, b) =>
    a.term.localeCompare(b.term, 'en-GB'),
  );
}

/** "Child in need (CIN)" goes by both names. */
const namesOf = (term: string): string[] => {
  const [, long, short] = /^(.*) \((.*)\)$/.exec(term) ?? [];
  return long ? [long, short!] : [term];
};
