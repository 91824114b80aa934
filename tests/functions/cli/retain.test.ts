import { expect, it } from 'vitest';
import { folderStore } from '../../../etl/storage/folder.ts';
import { land } from '../../../etl/landing/land.ts';
import { readEntry } from '../../../functions/api/audit/places.ts';
import { clinicFile, clinicHouse } from '../../clinic.ts';
import { emptyPartnership, scratchFolder } from '../../partnerships.ts';
import { safeguarding } from './command.ts';

it('says what would go, removes it when told to, and the record knows', async () => {
  const data = scratchFolder();
  // A file of a year and a half ago, which was refused: it goes too.
  const p = await emptyPartnership({ data, home: clinicHouse(), now: '2025-06-01T09:00:00Z' });
  await land(p, [clinicFile('visits_2024_06.csv', [], 'Not,The,Header')]);
  p.close();
  const store = folderStore(data);
  const landed = async () => (await store.list('landing/')).length;

  const told = await safeguarding('retain', '--dry-run', '--data', data);
  expect(told).toMatchObject({ code: 0, err: '' });
  expect(told.out).toContain('Would go: 1 file as sent, since they came more than 90 days ago; 0 stay.');
  expect([await landed(), (await store.list('audit/')).length]).toEqual([2, 0]);

  const { code, out } = await safeguarding('retain', '--data', data);
  expect([code, await landed()]).toEqual([0, 0]);
  expect(out).toContain('Went: 1 file as sent');
  expect(out).toContain('The current one never goes.');
  expect(await readEntry(store, 1)).toMatchObject({
    action: 'retain',
    decision: 'allowed',
    actor: { role: 'operator' },
  });
});
