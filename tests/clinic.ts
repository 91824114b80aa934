// A small house of its own: one extract (clinic visits), one model, KPIs of several measures. Tests of the pipeline need no more.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from './partnerships.ts';

const CONTRACT = `
apiVersion: v3.1.0
kind: DataContract
id: clinic-visits
name: Clinic visits
version: 1.0.0
status: active
description: { purpose: Who visited a clinic }
slaProperties:
  - { property: frequency, value: 1, unit: month }
  - { property: latency, value: 10, unit: d }
schema:
  - name: clinic_visits
    logicalType: object
    properties:
      - { name: visit_ref, physicalName: Visit, logicalType: string, primaryKey: true, customProperties: [{ property: role, value: event-key }, { property: reference, value: visit }] }
      - { name: patient, physicalName: Patient, logicalType: string, customProperties: [{ property: role, value: local-id }] }
      - { name: nhs_number, physicalName: NHS, logicalType: string, customProperties: [{ property: role, value: nhs-number }] }
      - { name: surname, physicalName: Surname, logicalType: string, customProperties: [{ property: role, value: surname }] }
      - { name: forename, physicalName: Forename, logicalType: string, customProperties: [{ property: role, value: forename }] }
      - { name: birth_date, physicalName: Born, logicalType: date, logicalTypeOptions: { format: dd/MM/yyyy }, customProperties: [{ property: role, value: birth-date }] }
      - { name: postcode, physicalName: Postcode, logicalType: string, customProperties: [{ property: role, value: postcode }] }
      - { name: arrived, physicalName: Arrived, logicalType: timestamp, required: true, logicalTypeOptions: { format: "dd/MM/yyyy HH:mm" }, customProperties: [{ property: role, value: event-date }] }
      - { name: left_on, physicalName: Left, logicalType: date, logicalTypeOptions: { format: dd/MM/yyyy } }
      - name: reason
        physicalName: Reason
        logicalType: string
        quality: [{ metric: invalidValues, arguments: { validValues: [Injury, Illness] }, mustBe: 0, severity: error }]
        customProperties: [{ property: spellings, value: { INJ: Injury } }]
      - name: mood
        physicalName: Mood
        logicalType: string
        quality: [{ metric: invalidValues, arguments: { validValues: [Calm, Upset, Not known] }, mustBe: 0, severity: warning }]
      - { name: note, physicalName: Note, logicalType: string, customProperties: [{ property: role, value: landing-only }] }
    quality:
      - { name: left before arriving, description: Correct one of the two dates., type: custom, engine: safeguarding, implementation: left_on < cast(arrived as date), severity: warning }
customProperties:
  - { property: agency, value: health }
  - { property: format, value: csv }
  - { property: fileName, value: '^visits_(?<year>\\d{4})_(?<month>\\d{2})(_v(?<version>\\d+))?\\.csv$' }
  - { property: periodKind, value: month }
  - { property: periodHolds, value: events }
  - { property: keyScope, value: extract }
  - { property: supersede, value: period }
  - { property: settlesAfter, value: 10 }
`;

const MODEL = `/* ---
title: Visits
grain: one row per visit
owner: Quality Assurance Group
unique: [visit_ref]
not_null: [child_ref, arrived_on]
--- */
select v.child_ref, v.visit_ref, cast(v.arrived as date) as arrived_on, v.reason, v.town, v.age_band,
    date_diff('day', cast(v.arrived as date), v.left_on) as days
from staged_clinic_visits v
`;

const header = (lines: string) => `/* ---
title: A KPI of clinic visits
question: How many?
priority: clinic
unit: visits
better: neither
date: arrived_on
splits: [town, age_band, reason]
covered_by: [clinic-visits]
chart: xmr
owner: Quality Assurance Group
definition: Visits to a clinic.
${lines}
--- */
`;
const SELECT =
  "select child_ref, visit_ref, arrived_on, town, age_band, reason, days, case when reason = 'Injury' then 1 else 0 end as is_injury, 1 as is_visit from visit\n";

const KPIS: Record<string, string> = {
  visits: header('measure: count'),
  patients: header('measure: children'),
  'injury-share': header('measure: rate\nnumerator: is_injury\ndenominator: is_visit\nlook_back: 12 months'),
  'mean-days': header('measure: mean\nvalue: days'),
  'median-days': header('measure: median\nvalue: days'),
  'present-at-last-position': header('measure: stock'),
  'injured-patients': header('measure: children\nunsplit: { reason: Injury }'),
};

const CONFIG = `
name: Clinic partnership
place: Cliniton
agencies: { health: Health }
priorities: [{ id: clinic, title: Clinic, question: Who comes? }]
towns: { Hanley: { ST1: [1, 2] }, Longton: { ST3: [1] } }
age_bands: [{ title: Under 5, below: 5 }, { title: 5 to 17, below: 18 }, { title: 18 and over }]
retention: { raw_days: 30, snapshots_days: 60, audit_years: 7 }
`;

/** Writes the clinic's house. @returns the folder to open a partnership with as `home` */
export function clinicHouse(
  changes: { contract?: (yaml: string) => string; model?: (sql: string) => string; kpis?: Record<string, string> } = {},
): string {
  const home = scratchFolder();
  const put = (path: string, text: string) => {
    mkdirSync(join(home, path, '..'), { recursive: true });
    writeFileSync(join(home, path), text);
  };
  put('partnership.yaml', CONFIG);
  put('etl/contracts/clinic-visits.odcs.yaml', changes.contract?.(CONTRACT) ?? CONTRACT);
  put('etl/models/visit.sql', changes.model?.(MODEL) ?? MODEL);
  for (const [id, head] of Object.entries({ ...KPIS, ...changes.kpis }))
    put(`etl/kpis/${id}.sql`, head.includes('select') ? head : head + SELECT);
  return home;
}

export const HEADER = 'Visit,Patient,NHS,Surname,Forename,Born,Postcode,Arrived,Left,Reason,Mood,Note';

/** A row of a clinic file; what is not given is a sound value. */
export function visit(
  cells: Partial<
    Record<
      | 'visit'
      | 'patient'
      | 'nhs'
      | 'surname'
      | 'forename'
      | 'born'
      | 'postcode'
      | 'arrived'
      | 'left'
      | 'reason'
      | 'mood'
      | 'note',
      string
    >
  > = {},
): string {
  const all = {
    visit: 'V1',
    patient: 'P1',
    nhs: '9990000018',
    surname: 'Testone',
    forename: 'Ann',
    born: '01/02/2015',
    postcode: 'ST1 1AA',
    arrived: '10/05/2024 09:30',
    left: '11/05/2024',
    reason: 'Injury',
    mood: 'Calm',
    note: '',
    ...cells,
  };
  return Object.values(all).join(',');
}

/** Writes a clinic file. @returns its path */
export function clinicFile(name: string, rows: string[], head = HEADER): string {
  const path = join(scratchFolder(), name);
  writeFileSync(path, [head, ...rows, ''].join('\n'));
  return path;
}

/** A copy of a file under another name. */
export function copyAs(path: string, name: string): string {
  const copy = join(scratchFolder(), name);
  cpSync(path, copy);
  return copy;
}
