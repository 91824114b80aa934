// What CONTRIBUTING.md tells an analyst to write, written and run.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { land } from '../../../etl/landing/land.ts';
import { series } from '../../../etl/query/series.ts';
import { copyOfHouse, emptyPartnership, scratchFolder } from '../../partnerships.ts';

const guide = readFileSync('CONTRIBUTING.md', 'utf8');
const examples = [...guide.matchAll(/`(etl\/[\w./-]+\.(?:yaml|sql))`\n+```\w+\n([\s\S]*?)```/g)];

const FILE = `Outcome ID,Child Unique ID,Date of Birth,Outcome date,Outcome
Y1,C1,01/02/2010,03/11/2024,RO
Y2,C1,01/02/2010,20/11/2024,Caution
Y3,C2,05/06/2008,21/11/2024,custody
Y4,C3,05/06/2008,21/11/2024,Fine
`;

it('a ninth extract, its table and its KPI need three new files and nothing else', async () => {
  expect(examples.map(([, path]) => path!.split('/')[1])).toEqual(['contracts', 'models', 'kpis']);
  const home = copyOfHouse();
  for (const [, path, text] of examples) writeFileSync(join(home, path!), text!);
  const file = join(scratchFolder(), 'youth_justice_2024_11.csv');
  writeFileSync(file, FILE);

  const p = await emptyPartnership({ home });
  expect(await land(p, [file])).toMatchObject([
    { extract: 'council-youth-justice', outcome: 'accepted with rejects', accepted: 3, rejected: 1 },
  ]);
  const snapshot = await build(p);
  const ask = async (by: string[]) => {
    const rows = await series(p, snapshot, { kpi: 'youth-justice-children', grain: 'month', by });
    return rows.map((row) => [row.period, ...Object.values(row.split), row.numerator]);
  };
  expect(await ask([])).toEqual([['2024-11', 2]]);
  expect(await ask(['outcome'])).toEqual([
    ['2024-11', 'Caution', 1],
    ['2024-11', 'Referral order', 1],
    ['2024-11', 'Custody', 1],
  ]);
  p.close();
});

it('the guide takes under 60 lines', () => {
  expect(guide.trimEnd().split('\n').length).toBeLessThan(60);
});
