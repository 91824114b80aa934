// Says which tests that the papers name did not pass in a run: npx tsx tests/docs/ran.ts REPORT, which is Vitest's own, as JSON.
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { items } from './asvs.ts';
import { read } from './claims.ts';

interface Report {
  testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[];
}
const { testResults } = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Report;
const home = join(import.meta.dirname, '../..');
const passed = testResults.flatMap(({ name, assertionResults }) =>
  assertionResults
    .filter(({ status }) => status === 'passed')
    .map(({ fullName }) => ({ file: relative(home, name), fullName })),
);

/** A title as it is written, as a pattern of what it was in a run. */
const patternOf = (words: string) =>
  new RegExp(
    words
      .split(/%[sijdfo]|\$\{[^}]*\}/)
      .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
      .join('.*'),
  );

function ran(claim: string): boolean {
  const [file, words = ''] = claim.split(/#(.*)/s) as [string, string?];
  // Suites and kinds of hostile files run in the test files that take them.
  const anywhere = !file.endsWith('.test.ts');
  return passed.some((one) => (anywhere || one.file === file) && patternOf(words).test(one.fullName));
}

const papers = ['docs/security.md', 'docs/dpia.md'].flatMap((path) => [...read(path).matchAll(/`(tests\/[^`]+)`/g)]);
const claims = new Set([...items.flatMap(({ tests = [] }) => tests), ...papers.map(([, claim]) => claim!)]);
const missing = [...claims].filter((claim) => !ran(claim));
for (const claim of missing) console.log(`Named, and not passed: ${claim}`);
process.exitCode = missing.length > 0 ? 1 : 0;
