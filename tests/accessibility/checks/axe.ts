import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { LOOKED_AT } from './looked-at.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const OPTIONS = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations', 'incomplete'],
  elementRef: true,
};

interface Finding {
  id: string;
  impact: string;
  nodes: { target: string[]; failureSummary: string; element: Element }[];
}
interface Axe {
  run(options: object): Promise<Record<'violations' | 'incomplete', Finding[]>>;
}

/** What axe finds against WCAG 2.2 A and AA and its best practice, of any impact, and what it leaves to people that none has looked at. */
export async function axe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(
    async ({ options, lookedAt }) => {
      const { violations, incomplete } = await (window as unknown as { axe: Axe }).axe.run(options);
      const seen = (rule: string, element: Element) =>
        lookedAt.some((one) => one.rule === rule && element.matches(one.on));
      const left = incomplete.map((one) => ({ ...one, nodes: one.nodes.filter((n) => !seen(one.id, n.element)) }));
      const lines = (findings: Finding[], what: string) =>
        findings.flatMap(({ id, impact, nodes }) =>
          nodes.map((n) => `${what}${impact} ${id} at ${n.target.join(' ')}: ${n.failureSummary}`),
        );
      return [...lines(violations, ''), ...lines(left, 'not looked at by a person yet: ')];
    },
    { options: OPTIONS, lookedAt: LOOKED_AT.map(({ rule, on }) => ({ rule, on })) },
  );
}
