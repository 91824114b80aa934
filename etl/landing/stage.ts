import type { Column, Contract } from '../contract.ts';
import { IDENTIFYING, type Role } from '../contract-document.ts';
import { ident, type Session, text } from '../engines/engine.ts';
import type { PartnershipConfig } from '../partnership.ts';
import { keyedReference, referencesOf } from './references.ts';
import { raw } from './cells.ts';

const LEFT_BEHIND: readonly Role[] = [...IDENTIFYING, 'landing-only'];
const stays = (c: Column) => c.roles.some((role) => LEFT_BEHIND.includes(role));
const one = (contract: Contract, role: Column['roles'][number]) => contract.columns.find((c) => c.roles.includes(role));

/** The columns of a contract's rows in the lake, with their SQL types: what models may read. */
export function stagedColumns(contract: Contract): { name: string; type: string }[] {
  const types = {
    string: 'varchar',
    date: 'date',
    timestamp: 'timestamp',
    integer: 'bigint',
    boolean: 'boolean',
  } as const;
  const own = contract.columns
    .filter((c) => !stays(c))
    .flatMap((c) => [
      { name: c.name, type: c.reference ? 'varchar' : types[c.type] },
      ...(c.type === 'timestamp' ? [{ name: `${c.name}_utc`, type: 'timestamp' }] : []),
    ]);
  const derived = [
    { name: 'age', type: 'bigint' },
    { name: 'age_band', type: 'varchar' },
    { name: 'town', type: 'varchar' },
  ];
  return [
    { name: 'submission', type: 'varchar' },
    { name: 'row_number', type: 'bigint' },
    { name: 'source_ref', type: 'varchar' },
    ...own,
    ...derived,
  ];
}

/** The band of the column `age`, as the partnership cuts them. */
function ageBand(bands: PartnershipConfig['age_bands']): string {
  const branches = bands.map((b) =>
    b.below === undefined ? `else ${text(b.title)}` : `when age < ${b.below} then ${text(b.title)}`,
  );
  return `case when age is null then null ${branches.join(' ')} end`;
}

/** Writes the accepted rows for the lake: references, attributes, and what was derived; no identifier. */
export async function writeStaged(
  session: Session,
  contract: Contract,
  bands: PartnershipConfig['age_bands'],
  submission: string,
  path: string,
): Promise<void> {
  const references = referencesOf(contract);
  const value = (name: string) => {
    const reference = references.find((r) => r.column === name);
    if (reference) return keyedReference(reference);
    if (name === 'submission') return text(submission);
    if (name === 'age_band') return ageBand(bands);
    return name.endsWith('_utc') && !contract.columns.some((c) => c.name === name)
      ? `utc(${ident(name.slice(0, -4))})`
      : ident(name);
  };
  const columns = stagedColumns(contract).map(({ name, type }) => `cast(${value(name)} as ${type}) as ${ident(name)}`);
  await copy(session, `select ${columns.join(', ')} from accepted`, path);
}

/** Writes who the accepted rows are about, for the vault: one row for each distinct set of identifiers. */
export async function writeIdentities(session: Session, contract: Contract, path: string): Promise<void> {
  const child = referencesOf(contract)[0]!;
  const value = (role: Column['roles'][number], name: (c: Column) => string) => {
    const column = one(contract, role);
    return column ? name(column) : 'null';
  };
  const cell = (role: Column['roles'][number]) => value(role, raw);
  const typed = (role: Column['roles'][number]) => value(role, (c) => ident(c.name));
  const full = one(contract, 'full-name');
  const [surname, forename] = full
    ? [`trim(split_part(${raw(full)}, ',', 1))`, `trim(split_part(${raw(full)}, ',', 2))`]
    : [cell('surname'), cell('forename')];
  const values = {
    local_id: cell('local-id'),
    nhs_number: typed('nhs-number'),
    upn: typed('upn'),
    surname,
    forename,
    postcode: cell('postcode'),
  };
  const columns = Object.entries(values).map(([name, sql]) => `cast(${sql} as varchar) as ${name}`);
  const born = `cast(${typed('birth-date')} as date) as birth_date`;
  const people = `select distinct ${child.of} as child, ${columns.join(', ')}, ${born} from accepted`;
  const reference = keyedReference({ ...child, of: 'child' });
  await copy(
    session,
    `select ${reference} as source_ref, ${text(contract.agency)} as agency, * exclude (child) from (${people})`,
    path,
  );
}

const copy = (session: Session, query: string, path: string) =>
  session.run(
    `copy (${query}) to ${text(path)} (format parquet, compression zstd, compression_level 1, write_bloom_filter false)`,
  );
