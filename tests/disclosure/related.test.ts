import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { build } from '../../etl/build/build.ts';
import { AUDIENCES, readPolicy } from '../../etl/disclosure/policy.ts';
import { assertRelated, assertSaid } from '../../etl/disclosure/related.ts';
import { readRelations, type Relations } from '../../etl/disclosure/relations.ts';
import { copyOfHouse, emptyPartnership } from '../partnerships.ts';

const none: Relations = { same: [], within: [], parts: [], dated_once: [], balance: [], apart: {}, redefined: {} };
const reads = new Map([
  ['notices', ['ppn']],
  ['repeats', ['child', 'ppn']],
  ['referrals', ['referral']],
]);
const said = { ...none, same: [['notices', 'repeats/denominator']], apart: { referrals: 'No other counts them.' } };

it('takes KPIs over the same rows that a line ties, and one that is apart for a reason', () => {
  expect(() => assertSaid(reads, said)).not.toThrow();
});

it('takes two that are tied by way of a third', () => {
  const within: Relations['within'] = [
    ['notices', 'all'],
    ['repeats/numerator', 'all'],
  ];
  expect(() => assertSaid(reads, { ...said, same: [], within })).not.toThrow();
});

it('refuses a KPI over rows that another counts, and names both', () => {
  const more = new Map([...reads, ['high-risk', ['ppn']]]);
  expect(() => assertSaid(more, said)).toThrow(
    /does not say how "high-risk" hangs together with other KPIs\. It reads what notices, repeats read\. Add a line/,
  );
});

it('refuses one that is tied to others, and not to those that read what it reads', () => {
  const more = new Map([...reads, ['triaged', ['ppn']], ['outcomes', ['triage']]]);
  const same = [...said.same, ['triaged', 'outcomes']];
  expect(() => assertSaid(more, { ...said, same })).toThrow(/It reads what triaged reads\./);
});

it('refuses one that no line names, though no other reads what it reads', () => {
  expect(() => assertSaid(reads, { ...said, apart: {} })).toThrow(/does not say how "referrals" hangs together/);
});

it('knows what every KPI of both policies hangs together with, and stops where a new one is released', async () => {
  const home = copyOfHouse();
  const kpis = join(home, 'etl/kpis');
  const notices = readFileSync(join(kpis, 'ppn-received.sql'), 'utf8');
  writeFileSync(join(kpis, 'ppn-high-risk.sql'), `${notices.trimEnd()}\nwhere risk = 'High'\n`);
  const p = await emptyPartnership({ home });
  const snapshot = await build(p);
  for (const audience of AUDIENCES) {
    const released = readPolicy(audience).tables.map(({ kpi }) => kpi);
    await assertRelated(p, snapshot, released, readRelations());
    await expect(assertRelated(p, snapshot, [...released, 'ppn-high-risk'], readRelations())).rejects.toThrow(
      /Nothing is released: .* how "ppn-high-risk" hangs together .* It reads what .*ppn-received.* read/,
    );
  }
  p.close();
});
