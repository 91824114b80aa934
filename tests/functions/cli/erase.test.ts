import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { folderStore } from '../../../etl/storage/folder.ts';
import { lastEntry, readEntry } from '../../../functions/api/audit/places.ts';
import { scratchFolder } from '../../partnerships.ts';
import { safeguarding } from './command.ts';

const data = scratchFolder();
const store = folderStore(data);
const HEADER =
  'Child Unique ID,NHS Number,UPN,Forename,Surname,Date of Birth,Gender,Ethnicity,Postcode,Referral ID,Date of Referral,Referral Source,No Further Action';
const row = (child: string, nhs: string, surname: string, n: number) =>
  `${child},${nhs},,Ann,${surname},22/04/2014,F,WBRI,ST4 7AL,R00060${n},0${n}/04/2025,1D,Yes`;
const run = (...args: string[]) => safeguarding(...args, '--data', data);
const about = (localId: string) => ['--agency', 'council', '--local-id', localId];
const children = async () => (await run('query', 're-referrals-12m', '--grain', 'all', '--format', 'csv')).out;
const recorded = async () => {
  const { action, target, purpose, decision } = await readEntry(store, await lastEntry(store));
  return [action, target, purpose, decision];
};

beforeAll(async () => {
  const file = join(scratchFolder(), 'AnnexA_List3_2025Q1.csv');
  writeFileSync(
    file,
    [HEADER, row('7000001', '9990000018', 'Testone', 2), row('7000002', '9990000026', 'Testtwo', 3), ''].join('\r\n'),
  );
  expect((await run('land', file)).out).toContain('accepted');
});

it('seals and unseals, and the record says so without saying who', async () => {
  const sealed = await run('seal', ...about('7000002'));
  expect(sealed).toMatchObject({ code: 0 });
  expect(sealed.out).toMatch(/^Sealed, as [0-9a-f]{32}: one reference, which is a child of its own/);
  expect(await recorded()).toEqual(['seal', expect.stringMatching(/^seal [0-9a-f]{32}$/), null, 'allowed']);
  const lifted = await run('unseal', ...about('7000002'), '--reason', 'sealed by mistake');
  expect(lifted.out).toMatch(/^Lifted: [0-9a-f]{32}\. /);
  expect(await recorded()).toEqual(['seal', expect.stringMatching(/^lifting of seal/), 'sealed by mistake', 'allowed']);
  expect((await run('unseal', ...about('7000002'), '--reason', 'other')).err).toContain('This person is not sealed.');
  expect(sealed.out + lifted.out).not.toContain('7000002');
});

it('looks first, then erases with proof, and shows the proof again', async () => {
  const erasing = ['erase', ...about(' 7000001 '), '--reason', 'held without a basis'];
  const looked = await run(...erasing, '--dry-run');
  expect(looked.out).toContain('council: 1 reference');
  expect(await recorded()).toEqual([
    'erase',
    'a look at who knows a person (references: 1, agencies: 1)',
    'held without a basis',
    'allowed',
  ]);
  expect(await children()).toContain('2');

  const { code, out } = await run(...erasing);
  expect(code).toBe(0);
  const id = /^Erasure ([0-9a-f]{32}), /.exec(out)![1]!;
  expect(out).toMatch(/council +council-referrals +1 +1/);
  expect(out).toMatch(/Looked for again in \d+ objects of the vault and the lake: found in 0\./);
  expect(out).toContain('1 file as sent, the last until');
  expect(await recorded()).toEqual([
    'erase',
    `erasure ${id} (references: 1, agencies: 1)`,
    'held without a basis',
    'allowed',
  ]);
  const proof = JSON.parse((await run('proof', id, '--json')).out);
  expect(proof).toMatchObject({ done: true, found: { objects: 0 }, tombstone: { id } });
  expect(JSON.stringify(proof) + out + looked.out).not.toMatch(/7000001|Testone|9990000018/);
});

it('finds nobody the second time, which is recorded as denied', async () => {
  const again = await run('erase', ...about('7000001'), '--reason', 'other');
  expect([again.code, again.out]).toEqual([2, '']);
  expect(again.err).toContain('it never came, or the person was erased before');
  expect(await recorded()).toEqual(['erase', 'nobody who could be found', 'other', 'denied']);
});

it('brings nobody back from a backup of before that is told of the erasure, and asks where it is not', async () => {
  const [backup, place] = [join(scratchFolder(), 'backup'), join(scratchFolder(), 'place')];
  await run('backup', backup);
  const { out } = await run('erase', ...about('7000002'), '--reason', 'other', '--json');
  const proof = join(scratchFolder(), 'proof.json');
  writeFileSync(proof, out);
  const restored = await safeguarding('restore', backup, '--erased', proof, '--data', place);
  expect(restored.code).toBe(0);
  const gone = await safeguarding('erase', ...about('7000002'), '--reason', 'other', '--data', place);
  expect(gone.err).toContain('Nothing is kept under this id');

  const unproven = await safeguarding('restore', backup, '--erased', 'package.json', '--data', scratchFolder());
  expect(unproven).toMatchObject({ code: 2, err: expect.stringContaining('is no proof of an erasure') });
  const untold = await safeguarding('restore', backup, '--data', scratchFolder());
  expect(untold.out).toContain('Was anybody erased or sealed after');
});
