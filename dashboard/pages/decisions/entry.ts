// From what was typed to what is sent, and from what was refused back to the field. Pure.
import type { Listed, Measured } from '../../api/shapes.ts';
import { dueInWords } from '../../words/actions.ts';
import { longDate } from '../../words/dates.ts';
import { lower } from '../../words/letters.ts';
import { valueText } from '../../words/numbers.ts';
import { type Asked, BY, type Decision, type Field, type Kind, kindOf, WHY } from './fields.ts';

export type Values = Partial<Record<Field, string>>;

/** Something to put right; without a field it is about all of it. */
export interface Fault {
  field: Field | undefined;
  message: string;
}

const askedOf = (kind: Kind, corrects: boolean) => [...kindOf(kind).fields, ...(corrects ? [WHY] : []), BY];

/** What is missing, or no date, before it is worth sending. */
export const missing = (kind: Kind, values: Values, corrects: boolean): Fault[] =>
  askedOf(kind, corrects).flatMap(({ field, label, type, optional }) => {
    const typed = values[field]?.trim() ?? '';
    const name = lower(label.replace(/[:(].*/, '').trim());
    if (typed === '') return optional ? [] : [{ field, message: `Enter: ${name}.` }];
    if (type !== 'date' || isoOf(typed)) return [];
    return [{ field, message: `Enter a date such as 31/10/2026: ${name}.` }];
  });

/** `1/4/2026` is `2026-04-01`; null for what is no date. A picker of dates would ask for months first in some browsers. */
function isoOf(typed: string): string | null {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed) ?? [];
  if (!year) return null;
  const iso = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  const date = new Date(iso);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

/** What is sent. @param replaces the number of the row that it corrects */
export function toEntry(kind: Kind, values: Values, replaces: number | null) {
  const told = kindOf(kind).fields.map(({ field, type }) => {
    const value = values[field]?.trim() ?? '';
    return [field, value === '' ? null : sentOf(type, value)];
  });
  return {
    by: values.by?.trim() ?? '',
    replaces,
    why: replaces === null ? null : (values.why?.trim() ?? ''),
    decision: { kind, ...Object.fromEntries(told) },
  };
}

const sentOf = (type: Asked['type'], value: string) =>
  type === 'number' ? Number(value) : type === 'date' ? (isoOf(value) ?? value) : value;

/** The values of a row that is to be corrected, as the form holds them. */
export const valuesOf = (decision: Decision): Values =>
  Object.fromEntries(Object.entries(decision).map(([field, value]) => [field, typedOf(value)]));

const typedOf = (value: string | number | null) =>
  value === null ? '' : String(value).replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1');

/** What the server refused, by field: it says `"decision.source": This holds ...`. */
export function refused(detail: string): Fault[] {
  const parts = [...detail.matchAll(/"(?:decision\.)?([a-z_]+)": (.*?)(?= "[a-z_.]+": |$)/g)];
  if (parts.length === 0) return [{ field: undefined, message: detail }];
  return parts.map(([, field, message]) => ({ field: field as Field, message: message! }));
}

/** A decision as a cell says it: "60.0% until 31 March 2026", "Due 30 October 2026, open: Find out why". */
export function inWords(d: Decision, kpi?: Pick<Measured, 'unit' | 'measure'>, today = ''): string {
  switch (d.kind) {
    case 'target':
      return `${kpi ? valueText(d.value, kpi) : d.value}${d.until ? ` until ${longDate(d.until)}` : ''}`;
    case 'action':
      return `${d.text} (${dueInWords(d, today)})`;
    case 'rebase':
      return `${d.text} (decided ${longDate(d.decided_on)})`;
    default:
      return d.text;
  }
}

/** A row that holds, or was withdrawn, with all that it replaced, newest first. */
export interface Chain {
  last: Listed;
  before: Listed[];
}

/** The rows of a kind by what they came from, newest date first. */
export function chainsOf(listed: readonly Listed[], kind: Kind): Chain[] {
  const byNumber = new Map(listed.map((row) => [row.number, row]));
  const replaced = new Set(listed.map(({ replaces }) => replaces));
  const before = ({ replaces }: Listed): Listed[] => {
    const row = replaces === null ? undefined : byNumber.get(replaces);
    return row ? [row, ...before(row)] : [];
  };
  const chains = listed.filter(({ number }) => !replaced.has(number)).map((last) => ({ last, before: before(last) }));
  const told = (chain: Chain) => [chain.last, ...chain.before].find(({ decision }) => decision)!.decision!;
  return chains.filter((chain) => told(chain).kind === kind).toSorted((a, b) => told(b).on.localeCompare(told(a).on));
}
