import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContracts } from '../../etl/contract.ts';
import { clinicHouse } from '../clinic.ts';
import { emptyPartnership, scratchFolder } from '../partnerships.ts';

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
    [
      '"note" is free text, which may hold a child\'s name',
      (y) => y.replace(', customProperties: [{ property: role, value: landing-only }]', ''),
    ],
    ['no column is marked primaryKey', (y) => y.replace('primaryKey: true, ', '')],
    ['"fileName" is not a regular expression', (y) => y.replace("'^visits_", "'^(visits_")],
    ['"version": is missing: expected string', (y) => y.replace('version: 1.0.0\n', '')],
    [
      '"customProperties.keyScope": is missing: expected one of extract, period',
      (y) => y.replace(/.*keyScope.*\n/, ''),
    ],
    ['expected of these one, or a list: local-id, nhs-number', (y) => y.replace('value: surname }', 'value: surnam }')],
    ['"left_on": the format "DD-MON-YY" cannot be read', (y) => y.replace(/(Left, .*)dd\/MM\/yyyy/, '$1DD-MON-YY')],
    [
      'its id is "clinics". Expected the file to be named clinics',
      (y) => y.replace('id: clinic-visits', 'id: clinics'),
    ],
    ['not YAML', (y) => y.replace('kind: DataContract', 'kind: [DataContract')],
  ])('that is wrong is told with file and place: %s', (message, change) => {
    expect(() => read(change)).toThrow(message);
  });

  it('has a table of its own, and an agency that partnership.yaml knows', async () => {
    const home = clinicHouse();
    const contracts = join(home, 'etl/contracts');
    const text = readFileSync(join(contracts, 'clinic-visits.odcs.yaml'), 'utf8');
    const copy = (yaml: string) =>
      writeFileSync(join(contracts, 'copy.odcs.yaml'), yaml.replace('id: clinic-visits', 'id: copy'));
    copy(text);
    expect(() => readContracts(contracts)).toThrow('copy.odcs.yaml: the schema\'s name "clinic_visits" is also that');
    copy(text.replace('name: clinic_visits', 'name: copy').replace('value: health', 'value: helth'));
    await expect(emptyPartnership({ home })).rejects.toThrow('there is no agency "helth" in partnership.yaml');
  });

  it('is found by being in the folder, and nothing else there is', () => {
    const folder = join(scratchFolder(), 'contracts');
    mkdirSync(folder);
    writeFileSync(join(folder, 'README.md'), 'notes');
    expect(readContracts(folder)).toEqual([]);
  });
});
