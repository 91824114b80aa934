// What every Store promises, tried on each adapter that needs nothing but this machine.
import { describe } from 'vitest';
import { folderStore } from '../../../etl/storage/folder.ts';
import { faulted } from '../../faults/faulted.ts';
import { memoryStore } from '../../faults/memory-store.ts';
import { scratchFolder } from '../../partnerships.ts';
import { storeContract } from './contract.ts';

describe.each([
  ['folder', () => folderStore(scratchFolder())],
  ['memory', () => memoryStore()],
  ['faultless memory', () => faulted(memoryStore())],
])('the %s store', (_name, make) => {
  storeContract(make);
});
