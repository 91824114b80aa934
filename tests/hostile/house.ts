// The clinic's house with its one extract in every form a file can have: CSV in three encodings, a workbook, a workbook with a position.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clinicHouse } from '../clinic.ts';

const property = (name: string, value: string | number) => `  - { property: ${name}, value: ${value} }\n`;

/** @returns a folder to open a partnership with, in which each period keeps its own rows */
export function hostileHouse(): string {
  const home = clinicHouse({
    // Each kind is a file of a month of its own, whatever the days in its rows.
    contract: (yaml) =>
      yaml
        .replace('keyScope, value: extract', 'keyScope, value: period')
        .replace('periodHolds, value: events', 'periodHolds, value: position'),
    model: (sql) => sql.replace('unique: [visit_ref]\n', ''),
  });
  const folder = join(home, 'etl/contracts');
  const visits = readFileSync(join(folder, 'clinic-visits.odcs.yaml'), 'utf8');
  const add = (id: string, more: string, change: (yaml: string) => string = (yaml) => yaml) => {
    const named = visits
      .replace('id: clinic-visits', `id: ${id}`)
      .replace('name: clinic_visits', `name: ${id.replaceAll('-', '_')}`)
      .replace('^visits_', `^${id}_`);
    writeFileSync(join(folder, `${id}.odcs.yaml`), change(named) + more);
  };
  add('windows', property('encoding', 'windows-1252'));
  add('wide', property('encoding', 'utf-16'));
  add('book', property('headerRow', 2), asWorkbook);
  add('sheet', property('headerRow', 2) + property('sheet', 'Visits'), asWorkbook);
  const position = `'(?<day>\\d+) (?<month>[A-Za-z]+) (?<year>\\d{4})'`;
  add(
    'position',
    property('headerRow', 2) + property('positionCell', 'A1') + property('positionPattern', position),
    (yaml) =>
      asWorkbook(yaml)
        .replace('_(?<month>\\d{2})', '_(?<month>\\d{2})_(?<day>\\d{2})')
        .replace('periodKind, value: month', 'periodKind, value: position'),
  );
  return home;
}

const asWorkbook = (yaml: string) =>
  yaml
    .replace('format, value: csv', 'format, value: xlsx')
    .replace('\\.csv$', '\\.xlsx$')
    .replaceAll('{ format: dd/MM/yyyy }', '{ format: yyyy-MM-dd }')
    .replace('"dd/MM/yyyy HH:mm"', `"yyyy-MM-dd'T'HH:mm"`);
