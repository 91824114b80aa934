import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readContracts } from '../../../etl/contract.ts';
import { duckdb } from '../../../etl/engines/duckdb.ts';
import { valuesOf } from '../../../etl/landing/cells.ts';
import { periodFromParts } from '../../../etl/periods.ts';

const contracts = readContracts('etl/contracts');
const contract = (id: string) => contracts.find((c) => c.id === id)!;
const column = (id: string, name: string) => contract(id).columns.find((c) => c.name === name)!;

describe('file names', () => {
  const say = (id: string, name: string) => {
    const parts = new RegExp(contract(id).fileName, 'i').exec(name)?.groups;
    return parts && [periodFromParts(contract(id).periodKind, parts)?.label, parts.version];
  };

  it.each([
    ['police-ppn', 'STAFFSPOL_PPN_202411_v2.csv', '2024-11', '2'],
    ['police-ppn', 'STAFFSPOL_PPN_202411.csv', '2024-11', undefined],
    ['police-missing', 'missing_2024_11.csv', '2024-11', undefined],
    ['council-contacts', 'AnnexA_List1_2024Q4.csv', '2024-25 Q4', undefined],
    ['council-referrals', 'AnnexA_List3_2024Q1.csv', '2024-25 Q1', undefined],
    ['council-rhi', 'RHI_2022Q1.csv', '2022-23 Q1', undefined],
    ['council-cp-plans', 'AnnexA_List7_20250331.csv', '2025-03-31', undefined],
    ['mace-tracker', 'MACE_Tracker_2025-03-31.xlsx', '2025-03-31', undefined],
    ['education-roll', 'census_2025_spring.csv', '2025 spring', undefined],
  ])('%s: %s is %s', (id, name, period, version) => {
    expect(say(id, name)).toEqual([period, version]);
  });

  it('of one extract are never taken for another', () => {
    const names = [
      'STAFFSPOL_PPN_202411.csv',
      'missing_2024_11.csv',
      'AnnexA_List1_2024Q4.csv',
      'AnnexA_List3_2024Q4.csv',
      'AnnexA_List7_20250331.csv',
      'RHI_2024Q4.csv',
    ];
    for (const name of names) expect(contracts.filter((c) => new RegExp(c.fileName, 'i').test(name))).toHaveLength(1);
  });
});

describe('the dates of the MACE workbook', () => {
  const names = contract('mace-tracker')
    .columns.filter((c) => c.type === 'date')
    .map((c) => c.name);
  const DAY = '2025-03-01';

  it.each(names)('%s: are taken with the midnight that a program added, and with no other time', async (name) => {
    const engine = await duckdb();
    const session = await engine.session();
    const cells = [
      DAY,
      '01/03/2025',
      `${DAY} 00:00:00`,
      `${DAY}T00:00:00`,
      `${DAY} 14:30:00`,
      `${DAY}T14:30:00`,
      `${DAY} 00:00:01`,
    ];
    await session.load(
      'cells',
      [`raw ${name}`],
      cells.map((cell) => [cell]),
    );
    const rows = await session.rows(`select ${valuesOf(column('mace-tracker', name)).join(', ')} from cells`);
    session.close();
    engine.close();
    expect(rows.map((row) => row[name])).toEqual([DAY, DAY, DAY, DAY, null, null, null]);
  });
});

describe('code lists', () => {
  it('know all 20 ethnicity codes of the Department for Education, in its three extracts and the census', () => {
    const codes =
      'WBRI WIRI WIRT WROM WOTH MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT'.split(' ');
    for (const id of ['council-contacts', 'council-referrals', 'council-cp-plans', 'education-roll'])
      expect(Object.keys(column(id, 'ethnicity_group').codes!.spellings)).toEqual(expect.arrayContaining(codes));
  });

  it('know all 16+1 ethnicity codes of the police', () => {
    const codes = 'W1 W2 W9 M1 M2 M3 M9 A1 A2 A3 A9 B1 B2 B9 O1 O9 NS'.split(' ');
    expect(Object.keys(column('police-ppn', 'ethnicity_group').codes!.spellings)).toEqual(
      expect.arrayContaining(codes),
    );
  });

  it('put Chinese with Asian in both, as the census of 2021 does', () => {
    expect(column('police-ppn', 'ethnicity_group').codes!.spellings.O1).toBe('Asian or Asian British');
    expect(column('council-contacts', 'ethnicity_group').codes!.spellings.CHNE).toBe('Asian or Asian British');
  });

  it('know every source of the children in need census', () => {
    const codes = '1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 5D 6 7 8 9 10'.split(' ');
    for (const id of ['council-contacts', 'council-referrals'])
      expect(Object.keys(column(id, 'source').codes!.spellings)).toEqual(expect.arrayContaining(codes));
  });
});

describe('identifiers', () => {
  const IDENTIFYING = /name|birth|d\.?o\.?b|postcode|nhs|upn|unique id|person.?urn|notes/i;

  it('are marked wherever a header looks like one, so that none reaches the lake by mistake', () => {
    const unmarked = contracts.flatMap((c) =>
      c.columns.filter((x) => IDENTIFYING.test(x.header) && x.roles.length === 0).map((x) => `${c.id}: ${x.header}`),
    );
    expect(unmarked).toEqual([]);
  });

  it('are restricted in the contract too', () => {
    const text = (id: string) => readFileSync(`etl/contracts/${id}.odcs.yaml`, 'utf8').split('\n      - name: ');
    const roles = /value: (local-id|nhs-number|upn|surname|forename|full-name|birth-date|postcode|\[local-id, upn\])/;
    for (const c of contracts)
      for (const property of text(c.id).filter((p) => roles.test(p)))
        expect(property).toContain('classification: restricted');
  });

  it('the same reference joins an interview to its missing episode', () => {
    expect(column('council-rhi', 'episode_ref').reference).toBe(column('police-missing', 'episode_ref').reference);
  });
});
