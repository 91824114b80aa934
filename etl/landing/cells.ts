import type { Column, Contract } from '../contract.ts';
import { ident, text } from '../engines/engine.ts';

const isPlainText = (c: Column) =>
  c.type === 'string' && !c.codes && !c.roles.includes('nhs-number') && !c.roles.includes('upn');

/** The cell as text, null when blank. A column of plain text is its own value, and stands once. */
export const raw = (c: Column) => ident(isPlainText(c) ? c.name : `raw ${c.name}`);

/** What tells a row from the others of its file, as SQL. */
export function rowKey(contract: Contract): string {
  const keyed = contract.columns.filter((c) => c.key !== null).sort((a, b) => a.key! - b.key!);
  return `concat_ws(chr(31), ${keyed.map((c) => `upper(${raw(c)})`).join(', ')})`;
}

/** The value of the code list that the cell spells; null when it spells none. */
export const coded = (c: Column) => ident(c.codes?.severity === 'warn' ? `code ${c.name}` : c.name);

/** What a value is made from in a step of its own, since making it reads each of these more than once. */
const part = (c: Column) => ident(`part of ${c.name}`);

/** The part that a column's value is made from, as SQL with its name; null for a column that needs none. */
export function partOf(c: Column): { name: string; sql: string } | null {
  const named = (sql: string) => ({ name: part(c), sql: `${sql} as ${part(c)}` });
  if (c.codes) return named(`spelling(${raw(c)})`);
  if (c.roles.includes('nhs-number')) return named(`ten_digits(${raw(c)})`);
  return c.roles.includes('upn') ? named(`twelve_digits(${raw(c)})`) : null;
}

/** A cell's values as SQL with their names: in its type, null when it is not one. A column of plain text has none to add. */
export function valuesOf(c: Column): string[] {
  const value = (sql: string) => [`${sql} as ${ident(c.name)}`];
  if (c.codes?.severity === 'warn')
    return [
      `${codeOf(c)} as ${coded(c)}`,
      ...value(`case when ${raw(c)} is not null then coalesce(${codeOf(c)}, 'Not known') end`),
    ];
  if (c.codes) return value(c.type === 'boolean' ? `cast(${codeOf(c)} as boolean)` : codeOf(c));
  if (c.roles.includes('nhs-number'))
    return value(`case when is_nhs_number(${part(c)}) then lpad(cast(${part(c)} as varchar), 10, '0') end`);
  if (c.roles.includes('upn'))
    return value(`case when is_upn(left(${raw(c)}, 1), ${part(c)}) then upper(${raw(c)}) end`);
  if (c.type === 'date') return value(`cast(${timeOf(c)} as date)`);
  if (c.type === 'timestamp') return value(timeOf(c));
  if (c.type === 'string') return [];
  return value(`try_cast(${raw(c)} as ${c.type === 'integer' ? 'bigint' : 'boolean'})`);
}

/** The time that a cell says in the first of the contract's formats that it has. One call a format: each is then made once for equal cells. */
function timeOf(c: Column): string {
  const times = c.formats.map((format) => `try_strptime(${raw(c)}, ${text(format)})`);
  return times.length === 1 ? times[0]! : `coalesce(${times.join(', ')})`;
}

/** The value that a cell spells, as the contract lists values and spellings. A map, since it is looked up once for equal cells. */
function codeOf(c: Column): string {
  const fold = (spelling: string) => spelling.toLowerCase().replace(/\s+/g, ' ').trim();
  const all = [...c.codes!.values.map((value) => [value, value] as const), ...Object.entries(c.codes!.spellings)];
  const spellings = new Map(all.map(([spelling, value]) => [fold(spelling), value]));
  const entries = [...spellings].map(([spelling, value]) => `${text(spelling)}: ${text(value)}`);
  return `map {${entries.join(', ')}}[${part(c)}]`;
}
