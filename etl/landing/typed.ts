import type { Column, Contract } from '../contract.ts';
import { ident, text } from '../engines/engine.ts';
import type { PartnershipConfig } from '../partnership.ts';
import type { Period } from '../periods.ts';
import { partOf, raw, rowKey, valuesOf } from './cells.ts';
import type { Rule } from './rules.ts';

const withRole = (contract: Contract, role: Column['roles'][number]) =>
  contract.columns.find((c) => c.roles.includes(role));

/** The towns of the partnership's postcode sectors, as SQL. A map and not a join, which would be made whether or not the town is asked for. */
function townOf(sector: string, { towns }: PartnershipConfig): string {
  const entries = Object.entries(towns).flatMap(([town, outward]) =>
    Object.entries(outward).flatMap(([code, numbers]) => numbers.map((n) => `${text(`${code} ${n}`)}: ${text(town)}`)),
  );
  return `map {${entries.join(', ')}}[${sector}]`;
}

/**
 * The rows of `lines` as SQL: their cells as text ("raw x"), their typed values (x), the day of the event, the age and the town then
 * where the contract has the columns for them, and their key. What only leads to these is left out: every column of a table costs.
 */
export function typedSelect(contract: Contract, period: Period, config: PartnershipConfig): string {
  const event = withRole(contract, 'event-date');
  const birth = withRole(contract, 'birth-date');
  const postcode = withRole(contract, 'postcode');
  const parts = contract.columns.map(partOf).filter((part) => part !== null);

  const cells = contract.columns.map((c) => `${ident(c.name)} as ${raw(c)}`);
  const apart = `select ${['*', ...parts.map((part) => part.sql)].join(', ')} from (select row_number, ${cells.join(', ')} from lines)`;
  const kept = parts.length > 0 ? `* exclude (${parts.map((part) => part.name).join(', ')})` : '*';
  const valued = `select ${[kept, ...contract.columns.flatMap(valuesOf)].join(', ')} from (${apart})`;

  const eventDate = event ? `cast(${ident(event.name)} as date)` : `date ${text(period.to)}`;
  const age = birth
    ? `case when ${ident(birth.name)} <= "event date" then age_on(${ident(birth.name)}, "event date") end`
    : 'cast(null as bigint)';
  const town = postcode
    ? `case when ${raw(postcode)} is not null then coalesce(${townOf(`postcode_sector(${raw(postcode)})`, config)}, 'Outside the city') end`
    : 'cast(null as varchar)';
  return `select d.*, ${age} as age, ${town} as town, ${rowKey(contract)} as row_key from (select *, ${eventDate} as "event date" from (${valued})) d`;
}

/**
 * What is wrong with the rows of `typed`, as SQL: row_number and the place in `rules`, or of the one rule that says all of a row.
 * @param large of many rows most have no fault, and asking whether they have any is cheaper than listing which; of few, planning that costs more
 */
export function faultsSelect(rules: Rule[], large: boolean): string {
  const tested = rules.flatMap((r, place) => (r.when === null ? [] : [{ ...r, when: r.when, place }]));
  const decisive = tested.flatMap((r) => (r.decisive ? [`when ${r.when} then [${r.place}]`] : []));
  const each = tested.map((r) => `case when ${r.when} then ${r.place} end`).join(', ');
  const faults = `case ${decisive.join(' ')} else list_filter([${each}], lambda i : i is not null) end`;
  const any = tested.map((r) => r.when).join(' or ');
  return `select row_number, unnest(${faults}) as rule from typed${large ? ` where ${any}` : ''}`;
}
