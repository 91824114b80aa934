import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContracts } from '../../etl/contract.ts';
import { clinicHouse } from '../clinic.ts';
import { scratchFolder } from '../partnerships.ts';

const read = (change: (yaml: string) => string = (yaml) => yaml) =>
  readContracts(join(clinicHouse({ contract: change }), 'etl/contracts'))[0]!;

describe('a contract', () => {
  it('says what each column is, in the words of ODCS and ours', () => {
    const { columns, cadence, dueAfterDays } = read();
    expect(columns.find((c) => c.name === 'arrived')).toMatchObject({
      header: 'Arrived',
      type: 'timestamp',
      formats: ['%d/%m/%Y %H:%M'],
      required: true,
      roles: ['event-date'],
    });
    expect(columns.find((c) => c.name === 'reason')!.codes).toEqual({
      values: ['Injury', 'Illness'],
      spellings: { INJ: 'Injury' },
      severity: 'reject',
    });
    expect({ cadence, dueAfterDays }).toEqual({ cadence: { every: 1, unit: 'month' }, dueAfterDays: 10 });
  });

  it('has another fingerprint when what it decides changes, and the same when only its words do', () => {
    const { fingerprint } = read();
    expect(read((yaml) => yaml.replace('Who visited a clinic', 'Visits')).fingerprint).toBe(fingerprint);
    expect(read((yaml) => yaml.replace('INJ: Injury', 'INJ: Illness')).fingerprint).not.toBe(fingerprint);
  });

  it.each<[string, (yaml: string) => string]>([
    ['contracts/clinic-visits.odcs.yaml:3: "kind"', (y) => y.replace('kind: DataContract', 'kind: DataProduct')],
    ['"schema.0.properties.7.logicalType"', (y) => y.replace('logicalType: timestamp', 'logicalType: moment')],
    [
      'Unrecognized key: "rolle"',
      (y) => y.replace('{ property: role, value: surname }', '{ property: rolle, value: surname }'),
    ],
    [
      '"arrived" is a timestamp: expected logicalTypeOptions.format',
      (y) => y.replace('logicalTypeOptions: { format: "dd/MM/yyyy HH:mm" }, ', ''),
    ],
    [
      '"visit_ref" is an event key: expected a "reference"',
      (y) => y.replace(', { property: reference, value: visit }', ''),
    ],
    ['"reason": a spelling leads to "Hurt"', (y) => y.replace('INJ: Injury', 'INJ: Hurt')],
    ['no column is marked primaryKey', (y) => y.replace('primaryKey: true, ', '')],
    ['"fileName" is not a regular expression', (y) => y.replace("'^visits_", "'^(visits_")],
    ['not YAML', (y) => y.replace('kind: DataContract', 'kind: [DataContract')],
  ])('that is wrong is told with file and place: %s', (message, change) => {
    expect(() => read(change)).toThrow(message);
  });

  it('is found by being in the folder, and nothing else there is', () => {
    const folder = join(scratchFolder(), 'contracts');
    mkdirSync(folder);
    writeFileSync(join(folder, 'README.md'), 'notes');
    expect(readContracts(folder)).toEqual([]);
  });
});
