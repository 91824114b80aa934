import { afterAll, beforeAll } from 'vitest';
import { absent, type Emulator, startEmulator } from './emulator.ts';

/**
 * An emulator for the tests of a file, started before them and ended after.
 * @param use makes of it what the tests take
 * @param limit how long that may take, in milliseconds
 */
export function emulated<T>(use: (emulator: Emulator) => T | Promise<T>, limit?: number): () => T {
  let [emulator, used]: [Emulator?, T?] = [];
  beforeAll(async () => {
    if (absent) return;
    emulator = await startEmulator();
    used = await use(emulator);
  }, limit);
  afterAll(() => emulator?.close());
  return () => used!;
}
