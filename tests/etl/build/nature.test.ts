import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { natureOf, readKpis } from '../../../etl/build/definition.ts';

const kpi = (lines: string) => {
  const folder = mkdtempSync(join(process.env.TEST_SCRATCH!, 'nature-'));
  const rest = 'title: T\nquestion: Q\npriority: p\nunit: visits\nbetter: neither\ndate: on\nowner: O\ndefinition: D';
  writeFileSync(join(folder, 'k.sql'), `/* ---\n${rest}\ncovered_by: [e]\n${lines}\n--- */\nselect 1`);
  return readKpis(folder)[0]!.header;
};

it('follows from measure and chart where a header does not say', () => {
  expect(natureOf(kpi('measure: count\nchart: xmr'))).toBe('flow');
  expect(natureOf(kpi('measure: stock\nchart: run'))).toBe('stock');
  expect(natureOf(kpi('measure: count\nchart: g'))).toBe('rare');
  expect(natureOf(kpi('measure: count\nchart: run\nnature: rolling'))).toBe('rolling');
});

it.each(['stock', 'rolling', 'rare', 'year-to-date'])('allows no xmr chart of a %s', (nature) => {
  expect(() => kpi(`measure: count\nnature: ${nature}\nchart: xmr`)).toThrow(/kpis\/k.sql:\d+: "chart": no xmr chart/);
});

it('is said by every KPI of ours, and is a stock where that is measured', () => {
  for (const { id, header } of readKpis('etl/kpis'))
    expect([id, header.nature]).toEqual([id, header.measure === 'stock' ? 'stock' : 'flow']);
});
