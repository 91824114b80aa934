import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const folder = 'etl/contracts';
const files = readdirSync(folder).filter((name) => name.endsWith('.odcs.yaml'));
// The standard's schema stands beside the agencies' sample files.
const schema = join(
  dirname(process.env.AGENCY_FILES ?? '../shared/extracts'),
  'standards/odcs-json-schema-v3.1.0.json',
);
const there = existsSync(schema);
const skipped = there ? '' : ' (skipped: its schema is not in ../shared/standards)';

describe.skipIf(!there)(`contracts keep to the Open Data Contract Standard 3.1${skipped}`, () => {
  let valid: ValidateFunction;
  beforeAll(() => {
    const ajv = new Ajv2019({ strict: false, allErrors: true });
    addFormats.default(ajv);
    valid = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
  });

  it.each(files)('%s', (file) => {
    valid(parse(readFileSync(join(folder, file), 'utf8')));
    expect(valid.errors ?? []).toEqual([]);
  });

  it('and the example of CONTRIBUTING.md', () => {
    const example = /```yaml\n([\s\S]*?)```/.exec(readFileSync('CONTRIBUTING.md', 'utf8'))![1]!;
    valid(parse(example));
    expect(valid.errors ?? []).toEqual([]);
  });

  it('and one that does not is told', () => {
    const contract = parse(readFileSync(join(folder, files[0]!), 'utf8'));
    expect(valid({ ...contract, schema: [{ ...contract.schema[0], colour: 'red' }] })).toBe(false);
  });
});
