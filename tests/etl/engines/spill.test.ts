import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyPartnership } from '../../partnerships.ts';

it('spills rows that memory cannot hold below landing alone, and takes them away', async () => {
  const p = await emptyPartnership();
  const scratch = join(p.data, 'landing/scratch');
  const session = await p.engine.session();
  await session.run("set memory_limit = '50MB'");
  await session.run('create temp table big as select md5(cast(i as varchar)) as name from range(3000000) as t(i)');
  expect(existsSync('.tmp')).toBe(false);
  expect(readdirSync(scratch)).toEqual([expect.stringMatching(/^spill-/)]);
  session.close();
  p.close();
  expect(readdirSync(scratch)).toEqual([]);
});
