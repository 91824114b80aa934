// From what was typed to what is sent, and from what was refused back to the field. Pure.
import type { Listed, Measured } from '../../api/shapes.ts';
import { longDate } from '../../words/dates.ts';
import { lower } from '../../words/letters.ts';
import { valueText } from '../../words/numbers.ts';
import { BY, type Decision, type Field, type Kind, kindOf, WHY } from './fields.ts';

export type Values = Partial<Record<Field, string>>;

/** Something to put right; without a field it is about all of it. */
export interface Fault {
  field: Field | undefined;
  message: string;
}

const askedOf = (kind: Kind, corrects: boolean) => [...kindOf(kind).fields, ...(corrects ? [WHY] : []), BY];

/** What is missing before it is worth sending. */
export const missing = (kind: Kind, values: Values, corrects: boolean): Fault[] =>
  askedOf(kind, corrects)
    .filter(({ field, optional }) => !optional && !values[field]?.trim())
    .map(({ field, label }) => ({ field, message: `Enter: ${lower(label.replace(/[:(].*/, '').trim())}.` }));

/** What is sent. @param replaces the number of the row that it corrects */
export function toEntry(kind: Kind, values: Values, replaces: number | null) {
  const told = kindOf(kind).fields.map(({ field, type }) => {
    const value = values[field]?.trim() ?? '';
    return [field, value === '' ? null : type === 'number' ? Number(value) : value];
  });
  return {
    by: values.by?.trim() ?? '',
    replaces,
    why: replaces === null ? null : (values.why?.trim() ?? ''),
    decision: { kind, ...Object.fromEntries(told) },
  };
}

/** The values of a row that is to be corrected, as the form holds them. */
export const valuesOf = (decision: Decision): Values =>
  Object.fromEntries(Object.entries(decision).map(([field, value]) => [field, value === null ? '' : String(value)]));

/** What the server refused, by field: it says `"decision.source": This holds ...`. */
export function refused(detail: string): Fault[] {
  const parts = [...detail.matchAll(/"(?:decision\.)?([a-z_]+)": (.*?)(?= "[a-z_.]+": |$)/g)];
  if (parts.length === 0) return [{ field: undefined, message: detail }];
  return parts.map(([, field, message]) => ({ field: field as Field, message: message! }));
}

/** A decision as a cell says it: "60.0% until 31 March 2026", "Due 30 October 2026, open: Find out why". */
export function inWords(d: Decision, kpi?: Pick<Measured, 'unit' | 'measure'>): string {
  switch (d.kind) {
    case 'target':
      return `${kpi ? valueText(d.value, kpi) : d.value}${d.until ? ` until ${longDate(d.until)}` : ''}`;
    case 'action':
      return `${d.text} (${d.done_on ? `done ${longDate(d.done_on)}` : `due ${longDate(d.due)}`})`;
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
