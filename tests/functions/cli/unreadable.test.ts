import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { readContracts } from '../../../etl/contract.ts';
import { SafeguardingError } from '../../../etl/errors.ts';
import * as takeIn from '../../../etl/landing/take-in.ts';
import { main } from '../../../functions/cli/main.ts';
import { scratchFolder } from '../../partnerships.ts';

vi.mock('../../../etl/landing/take-in.ts', { spy: true });
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

it('lands what can be read of a folder, then says what cannot, and exits 1', async () => {
  const folder = scratchFolder();
  const contract = readContracts('etl/contracts').find((c) => c.id === 'police-ppn')!;
  const header = contract.columns.map((c) => c.header).join(contract.delimiter);
  for (const name of ['a.csv', 'b\u001b.csv']) writeFileSync(join(folder, name), `${header}\n`);
  const really = (await vi.importActual<typeof takeIn>('../../../etl/landing/take-in.ts')).takeIn;
  vi.mocked(takeIn.takeIn).mockImplementation(async (path, copy) => {
    if (path.endsWith('a.csv')) return really(path, copy);
    throw new SafeguardingError('usage', `"${path}" cannot be read. Expected a file.`);
  });
  const [out, err] = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')].map((to) => to.mockReturnValue());
  const options = ['--extract', 'police-ppn', '--period', '2024-05', '--data', scratchFolder(), '--json'];
  expect(await main(['land', folder, ...options])).toBe(1);
  expect(JSON.parse(out!.mock.lastCall![0])).toMatchObject([{ extract: 'police-ppn', outcome: 'accepted' }]);
  expect(err!.mock.calls).toEqual([[`Not landed. "${folder}/b\\u{1b}.csv" cannot be read. Expected a file.`]]);
});
