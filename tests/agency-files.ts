// Where the agencies' sample files are: not in this repository. Tests that need them say so when they are not there.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe } from 'vitest';

const folder = resolve(process.env.AGENCY_FILES ?? '../shared/extracts');

/** The folder of sample files, or null where it is absent. */
export const sample = existsSync(join(folder, 'sample/expected.json')) ? join(folder, 'sample') : null;

/** A JSON file of the sample. */
export const sampleJson = <T>(name: string): T => JSON.parse(readFileSync(join(sample!, name), 'utf8')) as T;

/** A suite that runs where the sample files are, and is skipped with a line that says so where they are not. */
export function describeWithSample(name: string, suite: () => void): void {
  if (sample) describe(name, suite);
  else
    describe.skip(
      `${name} (skipped: no agency files in the folder that AGENCY_FILES names, by default ../shared/extracts)`,
      suite,
    );
}
