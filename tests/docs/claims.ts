// What a paper claims of a test: a file, and after # words of its title.
import { existsSync, readFileSync } from 'node:fs';

export const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Tests, the suites that stores and the deployed stacks run, and the kinds of hostile files, each of which is a test under its name. */
const TESTS = /^tests\/(.*\.test|(faults|conformance\/emulator)\/suites\/.*|hostile\/.*-kinds)\.ts$/;
/** The title of a test, of a group, or of a row of one. */
const TITLE =
  /(?:\b(?:it|test|describe|kind)[\w.]*|[)\]>]|\[|^)\s*\(?\s*(?:'((?:\\.|[^'\\\n])*)'|`((?:\\.|[^`\\\n])*)`|"((?:\\.|[^"\\\n])*)")/gm;
const NOT_RUN = /\b(?:it|test|describe)(?:\.\w+)*\.(?:skip|todo|fails|only)\b/;

const titlesOf = (text: string) => [...text.matchAll(TITLE)].map(([, ...quoted]) => quoted.find(Boolean) ?? '');

/** Why a test that is claimed is none. */
export function faultOf(claim: string): string | undefined {
  const [file, words] = claim.split(/#(.*)/s) as [string, string?];
  if (!TESTS.test(file)) return `${claim}: no test file`;
  if (!existsSync(new URL(`../../${file}`, import.meta.url))) return `${claim}: not there`;
  const text = read(file);
  if (NOT_RUN.test(text)) return `${claim}: leaves tests out`;
  if (words === undefined) return undefined;
  return titlesOf(text).some((title) => title.includes(words)) ? undefined : `${claim}: no test is called so`;
}

export const faults = (claims: readonly string[]) => claims.flatMap((claim) => faultOf(claim) ?? []);

/** A section of docs/security.md by its heading. */
export function sectionOf(heading: string): string {
  const after = read('docs/security.md').split(`\n## ${heading}\n`)[1];
  if (after === undefined) throw new Error(`docs/security.md has no section "${heading}".`);
  return after.split('\n## ')[0]!;
}
