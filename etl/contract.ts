import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { document, type Document, type Role, type Severity } from './contract-document.ts';
import { SafeguardingError } from './errors.ts';
import { parseYaml } from './yaml.ts';

export type ColumnType = 'string' | 'date' | 'timestamp' | 'integer' | 'boolean';

export interface Column {
  name: string;
  header: string;
  type: ColumnType;
  /** strptime patterns, for dates and timestamps. */
  formats: string[];
  required: boolean;
  /** Position in the key, or null. */
  key: number | null;
  roles: Role[];
  /** The domain of an event key: columns of two extracts with the same domain join. */
  reference: string | null;
  codes: { values: string[]; spellings: Record<string, string>; severity: Severity } | null;
}

/** A condition over a row's columns that is true when the row is at fault. */
export interface RowRule {
  name: string;
  advice: string;
  when: string;
  severity: Severity;
}

export interface Contract {
  id: string;
  title: string;
  description: string;
  agency: string;
  version: string;
  cadence: { every: number; unit: string };
  /** A file is due so many days after the period's end. */
  dueAfterDays: number;
  settlesAfterDays: number;
  /** How many months before its date a position also tells of. */
  coversMonthsBefore: number;
  format: 'csv' | 'xlsx';
  encoding: string;
  delimiter: string;
  sheet: string | null;
  headerRow: number;
  position: { cell: string; pattern: string } | null;
  fileName: string;
  periodKind: 'month' | 'financial-quarter' | 'position' | 'term';
  periodHolds: 'events' | 'position';
  keyScope: 'extract' | 'period';
  supersede: 'period' | 'extract';
  /** The name of the staged table is `staged_` + this. */
  table: string;
  columns: Column[];
  rules: RowRule[];
  /** Changes when anything that decides a verdict changes: the same file is then checked anew. */
  fingerprint: string;
}

const STRPTIME: Record<string, string> = { yyyy: '%Y', MM: '%m', dd: '%d', HH: '%H', mm: '%M', ss: '%S' };
const PARTS = /yyyy|MM|dd|HH|mm|ss/g;
/** A JDK date pattern (the one ODCS uses) as the engine's. */
const strptime = (pattern: string) => pattern.replace(PARTS, (part) => STRPTIME[part]!).replaceAll("'", '');

function column(p: Document['schema'][number]['properties'][number]): Column {
  const { role = [], reference, spellings, otherFormats } = p.customProperties;
  const list = p.quality[0];
  return {
    name: p.name,
    header: p.physicalName,
    type: p.logicalType,
    formats: [p.logicalTypeOptions?.format, ...otherFormats].filter((f) => f !== undefined).map(strptime),
    required: p.required || p.primaryKey,
    key: p.primaryKey ? (p.primaryKeyPosition ?? 1) : null,
    roles: [role].flat(),
    reference: reference ?? null,
    codes: list ? { values: list.arguments.validValues, spellings, severity: list.severity } : null,
  };
}

/** Refuses date patterns with letters that would be read as themselves, so that no cell would ever be a date. */
function assertFormats(properties: Document['schema'][number]['properties'], file: string): void {
  for (const { name, logicalType, logicalTypeOptions, customProperties } of properties) {
    if (logicalType !== 'date' && logicalType !== 'timestamp') continue;
    for (const format of [logicalTypeOptions?.format ?? '', ...customProperties.otherFormats])
      if (/[A-Za-z]/.test(format.replace(/'[^']*'/g, '').replace(PARTS, '')))
        throw new SafeguardingError(
          'usage',
          `${file}: "${name}": the format "${format}" cannot be read. Expected yyyy, MM, dd, HH, mm and ss, such as dd/MM/yyyy, and other letters in quotes.`,
        );
  }
}

function assertSound(contract: Contract, file: string): void {
  const fail = (message: string) => {
    throw new SafeguardingError('usage', `${file}: ${message}`);
  };
  if (file !== `contracts/${contract.id}.odcs.yaml`)
    fail(`its id is "${contract.id}". Expected the file to be named ${contract.id}.odcs.yaml.`);
  const dated = contract.columns.filter((c) => c.type === 'date' || c.type === 'timestamp');
  for (const c of dated)
    if (c.formats.length === 0)
      fail(`"${c.name}" is a ${c.type}: expected logicalTypeOptions.format, such as dd/MM/yyyy`);
  for (const c of contract.columns) {
    if (c.roles.includes('event-key') && !c.reference)
      fail(`"${c.name}" is an event key: expected a "reference", such as police-episode`);
    for (const value of Object.values(c.codes?.spellings ?? {}))
      if (!c.codes!.values.includes(value))
        fail(`"${c.name}": a spelling leads to "${value}", which is not among its validValues`);
  }
  for (const c of contract.columns)
    if (c.type === 'string' && c.roles.length === 0 && !c.codes)
      fail(
        `"${c.name}" is free text, which may hold a child's name and would be shown. Expected a list of codes (quality: invalidValues), or a role: landing-only keeps it out of every figure.`,
      );
  if (!contract.columns.some((c) => c.key !== null))
    fail('no column is marked primaryKey: true, so repeated rows could not be told');
  try {
    new RegExp(contract.fileName);
  } catch {
    fail('"fileName" is not a regular expression');
  }
}

/** Reads one contract. @throws SafeguardingError naming file, line and what was expected */
export function readContract(path: string): Contract {
  const file = `contracts/${basename(path)}`;
  const doc = parseYaml(readFileSync(path, 'utf8'), file, document);
  const object = doc.schema[0]!;
  assertFormats(object.properties, file);
  const c = doc.customProperties;
  const sla = (name: string) => doc.slaProperties.find((s) => s.property === name);
  const verdict = {
    agency: c.agency,
    format: c.format,
    encoding: c.encoding,
    delimiter: c.delimiter,
    sheet: c.sheet ?? null,
    headerRow: c.headerRow,
    position: c.positionCell && c.positionPattern ? { cell: c.positionCell, pattern: c.positionPattern } : null,
    fileName: c.fileName,
    periodKind: c.periodKind,
    periodHolds: c.periodHolds,
    keyScope: c.keyScope,
    supersede: c.supersede,
    table: object.name,
    columns: object.properties.map(column),
    rules: object.quality.map((q) => ({
      name: q.name,
      advice: q.description,
      when: q.implementation,
      severity: q.severity,
    })),
  };
  const contract: Contract = {
    id: doc.id,
    title: doc.name,
    description: doc.description.purpose,
    version: doc.version,
    cadence: { every: Number(sla('frequency')?.value ?? 1), unit: sla('frequency')?.unit ?? 'month' },
    dueAfterDays: Number(sla('latency')?.value ?? 14),
    settlesAfterDays: c.settlesAfter,
    coversMonthsBefore: c.coversMonthsBefore,
    ...verdict,
    fingerprint: createHash('sha256').update(JSON.stringify(verdict)).digest('hex').slice(0, 16),
  };
  assertSound(contract, file);
  return contract;
}

/** All contracts of a folder, by id: a contract is found by being there. */
export function readContracts(folder: string): Contract[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.odcs.yaml'))
    .sort();
  const contracts = files.map((name) => readContract(join(folder, name)));
  const byTable = new Map<string, Contract>();
  for (const contract of contracts) {
    const other = byTable.get(contract.table);
    if (other)
      throw new SafeguardingError(
        'usage',
        `contracts/${contract.id}.odcs.yaml: the schema's name "${contract.table}" is also that of ${other.id}. Expected one of its own.`,
      );
    byTable.set(contract.table, contract);
  }
  return contracts;
}
