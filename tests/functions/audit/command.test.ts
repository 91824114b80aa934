import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderStore } from '../../../etl/storage/folder.ts';
import { record } from '../../../functions/api/audit/record.ts';
import { scratchFolder } from '../../partnerships.ts';
import { safeguarding } from '../cli/command.ts';
import { deed, recording } from './chain.ts';

it('checks a record where it is, and what was written out of it also without the key', async () => {
  const [data, out] = [scratchFolder(), scratchFolder()];
  const p = await recording(folderStore(data));
  for (let i = 1; i <= 3; i++) await record(p, deed(`deed ${i}`));

  expect(await safeguarding('audit', 'verify', '--data', data)).toMatchObject({
    code: 0,
    out: 'The record is whole: 3 entries, anchored up to entry 1.\n',
  });
  expect(await safeguarding('audit', 'export', out, '--data', data)).toMatchObject({ code: 0 });
  expect(await safeguarding('audit', 'verify', '--from', out, '--data', data)).toMatchObject({ code: 0 });
  const elsewhere = join(scratchFolder(), 'none');
  const alone = ['audit', 'verify', '--from', out, '--without-key', '--data', elsewhere];
  expect(await safeguarding(...alone)).toMatchObject({ code: 0 });

  const entries = join(out, 'entries.ndjson');
  writeFileSync(entries, readFileSync(entries, 'utf8').replace('deed 2', 'deed x'));
  const found = await safeguarding(...alone);
  expect(found.code).toBe(1);
  expect(found.out).toContain('Entry 2 is not as it was written');
  expect(JSON.parse((await safeguarding(...alone, '--json')).out)).toMatchObject({
    found: 1,
    findings: [{ fault: 'edited', seq: 2 }],
  });
});

it('is told wrongly where there is nothing to check', async () => {
  const nothing = join(scratchFolder(), 'none');
  expect((await safeguarding('audit', 'verify', '--data', nothing)).code).toBe(2);
  expect((await safeguarding('audit', 'verify', '--from', nothing)).err).toContain('There is no');
});
