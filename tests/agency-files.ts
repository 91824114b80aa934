// Where the agencies' sample files are: not in this repository. Tests that need them say so when they are not there.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'vitest';

const folder = resolve(process.env.AGENCY_FILES ?? '../shared/extracts');

/** The folder of sample files, or null where it is absent. */
export const sample = existsSync(join(folder, 'sample/expected.json')) ? join(folder, 'sample') : null;

/** A JSON file of the sample. */
export const sampleJson = <T>(name: string): T => JSON.parse(readFileSync(join(sample!, name), 'utf8')) as T;

/** A suite that runs where the files it reads are, and is skipped with a line that says what is missing where they are not. */
export function describeWhere(there: boolean, missing: string, name: string, suite: () => void): void {
  if (there) describe(name, suite);
  else it.skip(`${name} (skipped: ${missing})`);
}

/** A suite that reads the sample files. */
export function describeWithSample(name: string, suite: () => void): void {
  const missing = 'no agency files in the folder that AGENCY_FILES names, by default ../shared/extracts';
  describeWhere(sample !== null, missing, name, suite);
}
