import { z } from 'zod';

// A contract as it is written: Open Data Contract Standard 3.1, and the names that stand in its customProperties (docs/contracts.md).

/** Roles whose columns say who a child is: they rest in the vault, and in landing, and never reach the lake. */
export const IDENTIFYING = [
  'local-id',
  'nhs-number',
  'upn',
  'surname',
  'forename',
  'full-name',
  'birth-date',
  'postcode',
] as const;
/** What a column is to a child: this decides where it may travel. */
const ROLES = [...IDENTIFYING, 'landing-only', 'event-key', 'event-date'] as const;
export type Role = (typeof ROLES)[number];

/** What becomes of a row at fault. */
export type Severity = 'reject' | 'warn';

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
    role: z
      .union([z.enum(ROLES), z.array(z.enum(ROLES))], `expected of these one, or a list: ${ROLES.join(', ')}`)
      .optional(),
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

export const document = z.object({
  kind: z.literal('DataContract'),
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected lower case letters, digits and hyphens'),
  name: z.string(),
  version: z.string(),
  description: z.object({ purpose: z.string() }),
  slaProperties: z
    .array(z.object({ property: z.string(), value: z.unknown(), unit: z.string().optional() }))
    .default([]),
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
    positionCell: z
      .string()
      .regex(/^[A-Z]+[0-9]+$/)
      .optional(),
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
export type Document = z.infer<typeof document>;
