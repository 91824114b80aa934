import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { SafeguardingError } from './errors.ts';
import { parseYaml } from './yaml.ts';

/** What a column is to a child: these decide where it may travel. */
const ROLES = [
  'local-id',
  'nhs-number',
  'upn',
  'surname',
  'forename',
  'full-name',
  'birth-date',
  'postcode',
  'landing-only',
  'event-key',
  'event-date',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles whose columns rest in the vault (or in landing) and never reach the lake. */
export const IDENTIFYING: readonly Role[] = ['local-id', 'nhs-number', 'upn', 'surname', 'forename', 'full-name', 'birth-date', 'postcode'];

export type ColumnType = 'string' | 'date' | 'timestamp' | 'integer' | 'boolean';
export type Severity = 'reject' | 'warn';

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

const custom = <T extends z.ZodRawShape>(shape: T) =>
  z
    .array(z.object({ property: z.string(), value: z.unknown() }))
    .default([])
    .transform((list) => Object.fromEntries(list.map(({ property, value }) => [property, value])))
    .pipe(z.strictObject(shape));

const severity = z.enum(['error', 'warning']).transform((word): Severity => (word === 'error' ? 'reject' : 'warn'));
const snake = z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected a name in snake_case');

const codeList = z.object({
  metric: z.literal('invalidValues'),
  arguments: z.object({ validValues: z.array(z.string()).min(1) }),
  severity,
});

const property = z.object({
  name: snake,
  physicalName: z.string(),
  logicalType: z.enum(['string', 'date', 'timestamp', 'integer', 'boolean']),
  logicalTypeOptions: z.object({ format: z.string().optional() }).optional(),
  required: z.boolean().default(false),
  primaryKey: z.boolean().default(false),
  primaryKeyPosition: z.number().int().optional(),
  quality: z.array(codeList).max(1, 'expected one code list').default([]),
  customProperties: custom({
    role: z.union([z.enum(ROLES), z.array(z.enum(ROLES))]).optional(),
    reference: z.string().optional(),
    spellings: z.record(z.string(), z.coerce.string()).default({}),
    otherFormats: z.array(z.string()).default([]),
  }),
});

const rowRule = z.object({
  name: z.string(),
  description: z.string(),
  type: z.literal('custom'),
  engine: z.literal('safeguarding'),
  implementation: z.string(),
  severity,
});

const document = z.object({
  kind: z.literal('DataContract'),
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected lower case letters, digits and hyphens'),
  name: z.string(),
  version: z.string(),
  description: z.object({ purpose: z.string() }),
  slaProperties: z.array(z.object({ property: z.string(), value: z.unknown(), unit: z.string().optional() })).default([]),
  schema: z
    .array(z.object({ name: snake, properties: z.array(property).min(1), quality: z.array(rowRule).default([]) }))
    .length(1, 'expected one object: an extract is one kind of row'),
  customProperties: custom({
    agency: z.string(),
    format: z.enum(['csv', 'xlsx']),
    encoding: z.enum(['utf-8', 'windows-1252', 'utf-16']).default('utf-8'),
    delimiter: z.string().length(1).default(','),
    sheet: z.string().optional(),
    headerRow: z.number().int().min(1).default(1),
    positionCell: z.string().regex(/^[A-Z]+[0-9]+$/).optional(),
    positionPattern: z.string().optional(),
    fileName: z.string(),
    periodKind: z.enum(['month', 'financial-quarter', 'position', 'term']),
    periodHolds: z.enum(['events', 'position']),
    keyScope: z.enum(['extract', 'period']),
    supersede: z.enum(['period', 'extract']),
    settlesAfter: z.number().int().min(0).default(0),
    coversMonthsBefore: z.number().int().min(0).default(0),
  }),
});
type Document = z.infer<typeof document>;

const STRPTIME: Record<string, string> = { yyyy: '%Y', MM: '%m', dd: '%d', HH: '%H', mm: '%M', ss: '%S' };
/** A JDK date pattern (the one ODCS uses) as the engine's. */
const strptime = (pattern: string) => pattern.replace(/yyyy|MM|dd|HH|mm|ss/g, (part) => STRPTIME[part]!).replaceAll("'", '');

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

function assertSound(contract: Contract, file: string): void {
  const fail = (message: string) => {
    throw new SafeguardingError('usage', `${file}: ${message}`);
  };
  const dated = contract.columns.filter((c) => c.type === 'date' || c.type === 'timestamp');
  for (const c of dated) if (c.formats.length === 0) fail(`"${c.name}" is a ${c.type}: expected logicalTypeOptions.format, such as dd/MM/yyyy`);
  for (const c of contract.columns) {
    if (c.roles.includes('event-key') && !c.reference) fail(`"${c.name}" is an event key: expected a "reference", such as police-episode`);
    for (const value of Object.values(c.codes?.spellings ?? {}))
      if (!c.codes!.values.includes(value)) fail(`"${c.name}": a spelling leads to "${value}", which is not among its validValues`);
  }
  if (!contract.columns.some((c) => c.key !== null)) fail('no column is marked primaryKey: true, so repeated rows could not be told');
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
    rules: object.quality.map((q) => ({ name: q.name, advice: q.description, when: q.implementation, severity: q.severity })),
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
  const files = readdirSync(folder).filter((name) => name.endsWith('.odcs.yaml')).sort();
  return files.map((name) => readContract(join(folder, name)));
}
