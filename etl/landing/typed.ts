import type { Column, Contract } from '../contract.ts';
import { ident, type Session, text } from '../engines/engine.ts';
import type { PartnershipConfig } from '../partnership.ts';
import type { Period } from '../periods.ts';
import { coded, raw, type Rule } from './rules.ts';

export const rowKey = (contract: Contract) =>
  `concat_ws(chr(31), ${contract.columns.filter((c) => c.key !== null).sort((a, b) => a.key! - b.key!).map((c) => `upper(${raw(c)})`).join(', ')})`;

const withRole = (contract: Contract, role: Column['roles'][number]) => contract.columns.find((c) => c.roles.includes(role));

/** The age band of an age in whole years, as the partnership cuts them. */
export function ageBand(age: string, bands: PartnershipConfig['age_bands']): string {
  const branches = bands.map((b) => (b.below === undefined ? `else ${text(b.title)}` : `when ${age} < ${b.below} then ${text(b.title)}`));
  return `case when ${age} is null then null ${branches.join(' ')} end`;
}

function typedValue(c: Column): string {
  if (c.codes) {
    const value = c.codes.severity === 'warn' ? `case when ${raw(c)} is not null then coalesce(${coded(c)}, 'Not known') end` : coded(c);
    return c.type === 'boolean' ? `cast(${value} as boolean)` : value;
  }
  const formats = `[${c.formats.map(text).join(', ')}]`;
  if (c.roles.includes('nhs-number')) return `nhs_number(${raw(c)})`;
  if (c.roles.includes('upn')) return `upn(${raw(c)})`;
  if (c.type === 'date') return `cast(try_strptime(${raw(c)}, ${formats}) as date)`;
  if (c.type === 'timestamp') return `try_strptime(${raw(c)}, ${formats})`;
  if (c.type === 'integer') return `try_cast(${raw(c)} as bigint)`;
  if (c.type === 'boolean') return `try_cast(${raw(c)} as boolean)`;
  return raw(c);
}

/** Loads what rows are compared with: the contract's spellings and the partnership's towns. */
export async function loadLookups(session: Session, contract: Contract, config: PartnershipConfig): Promise<void> {
  const fold = (s: string) => s.toLowerCase().replace(/\s+/g, ' ').trim();
  const spellings = contract.columns.flatMap((c) =>
    c.codes ? [...new Map([...c.codes.values.map((v) => [fold(v), v] as const), ...Object.entries(c.codes.spellings).map(([s, v]) => [fold(s), v] as const)])].map(([s, v]) => [c.name, s, v]) : [],
  );
  await session.load('spellings', ['column_name', 'spelling', 'value'], spellings);
  const towns = Object.entries(config.towns).flatMap(([town, outward]) =>
    Object.entries(outward).flatMap(([code, sectors]) => sectors.map((sector) => [`${code} ${sector}`, town])),
  );
  await session.load('towns', ['sector', 'town'], towns);
}

/**
 * The rows of `lines` as SQL: their cells as text ("raw x"), their typed values (x), the day of the event, the age and the town then
 * where the contract has the columns for them, and their key.
 */
export function typedSelect(contract: Contract, config: PartnershipConfig, period: Period): string {
  const event = withRole(contract, 'event-date');
  const birth = withRole(contract, 'birth-date');
  const postcode = withRole(contract, 'postcode');
  const lists = contract.columns.filter((c) => c.codes);

  const cells = contract.columns.map((c) => `cell(${ident(c.name)}) as ${raw(c)}`);
  const joins = lists.map((c, i) => `left join (select spelling, value from spellings where column_name = ${text(c.name)}) k${i} on k${i}.spelling = spelling(${raw(c)})`);
  const codes = lists.map((c, i) => `k${i}.value as ${coded(c)}`);
  const values = contract.columns.map((c) => `${typedValue(c)} as ${ident(c.name)}`);
  const eventDate = event ? `cast(${ident(event.name)} as date)` : `date ${text(period.to)}`;
  const age = birth ? `case when ${ident(birth.name)} <= "event date" then age_on(${ident(birth.name)}, "event date") end` : 'cast(null as bigint)';
  const town = postcode
    ? [`left join towns on towns.sector = postcode_sector(${raw(postcode)})`, `case when ${raw(postcode)} is not null then coalesce(towns.town, 'Outside the city') end`]
    : ['', 'cast(null as varchar)'];

  const spelt = `select row_number, ${[...contract.columns.map(raw), ...codes].join(', ')} from (select row_number, ${cells.join(', ')} from lines) ${joins.join(' ')}`;
  const valued = `select *, ${values.join(', ')} from (${spelt})`;
  const dated = `select *, ${eventDate} as "event date" from (${valued})`;
  return `select d.*, ${age} as age, ${town[1]} as town, ${rowKey(contract)} as row_key from (${dated}) d ${town[0]}`;
}

/** The rows of `typed` with their age band and `faults`: the places in `rules` of all that is wrong with a row, or of the first that says all. */
export function checkedSelect(rules: Rule[], config: PartnershipConfig): string {
  const decisive = rules.flatMap((r, i) => (r.decisive ? [`when ${r.when} then [${i}]`] : []));
  const each = rules.map((r, i) => `case when ${r.when} then ${i} end`).join(', ');
  const faults = `case ${decisive.join(' ')} else nullif(list_filter([${each}], lambda i : i is not null), []) end`;
  return `select *, ${ageBand('age', config.age_bands)} as age_band, ${faults} as faults from typed`;
}
