import type { Column, Contract } from '../contract.ts';
import type { Severity } from '../contract-document.ts';
import { ident, type Session, text } from '../engines/engine.ts';
import { readSql } from '../files.ts';
import { coded, raw } from './cells.ts';

/** One thing that can be wrong with a row. */
export interface Rule {
  rule: string;
  column: string | null;
  severity: Severity;
  advice: string;
  /** SQL over the columns of `typed` (see typed.ts): true when the row is at fault. Null for what is found while reading. */
  when: string | null;
  /** True when nothing else need be said of such a row. */
  decisive?: boolean;
}

const having = (contract: Contract, role: Column['roles'][number]) =>
  contract.columns.filter((c) => c.roles.includes(role));
const keyed = (contract: Contract) => contract.columns.filter((c) => c.key !== null);

/** All rules of a contract: those that follow from types, keys and roles, and those it writes down itself. */
export function rulesOf(contract: Contract, thisYear: number): Rule[] {
  return [
    ...keyRules(contract),
    ...errorRules(contract),
    ...contract.columns.flatMap((c) => columnRules(c, thisYear)),
    ...roleRules(contract),
    ...ownRules(contract),
    ...readingRules(contract),
  ];
}

/** Loads the table `rules`: each under its place in the list, which is how faults name it. */
export async function loadRules(session: Session, rules: readonly Rule[]): Promise<void> {
  const rows = rules.map((r, i) => [String(i), r.rule, r.column, r.severity, r.advice, r.when === null ? 'yes' : null]);
  await session.load('rules_text', ['place', 'rule', 'column', 'severity', 'advice', 'by_reading'], rows);
  await session.run(readSql(import.meta.url, './rules.sql'));
}

/** What is found of rows while they are read or compared. */
function readingRules(contract: Contract): Rule[] {
  const rule = (rule: string, advice: string): Rule => ({ rule, column: null, severity: 'reject', advice, when: null });
  return [
    rule(
      'key used twice',
      'An earlier row of this file has the same key and says something else; the earlier one was kept. Send one row for each key.',
    ),
    rule(
      'ragged row',
      `Expected ${contract.columns.length} columns, as in the header. A comma or a quote inside a cell is the usual cause: put the cell in quotes.`,
    ),
    rule('row too long', 'A row may have 2 million characters. A quote that is not closed is the usual cause.'),
  ];
}

function keyRules(contract: Contract): Rule[] {
  const total = [...new Set([...keyed(contract), ...having(contract, 'local-id')])]
    .map((c) => `total_line(${raw(c)})`)
    .join(' or ');
  const names = keyed(contract)
    .map((c) => `"${c.header}"`)
    .join(' and ');
  const empty = keyed(contract)
    .map((c) => `${raw(c)} is null`)
    .join(' or ');
  return [
    {
      rule: 'blank row',
      column: null,
      severity: 'reject',
      advice: 'The row holds nothing. Spreadsheets save such rows below the last one: delete them there.',
      when: contract.columns.map((c) => `${raw(c)} is null`).join(' and '),
      decisive: true,
    },
    {
      rule: 'total line',
      column: null,
      severity: 'reject',
      advice: 'A line of totals is not a record. Leave it out of the file.',
      when: total,
      decisive: true,
    },
    {
      rule: 'no key',
      column: names.replaceAll('"', ''),
      severity: 'reject',
      advice: `Every row needs ${names}. Fill it in and send the file again.`,
      when: empty,
    },
  ];
}

const ERRORS = '#N/A #REF! #VALUE! #DIV/0! #NAME? #NUM! #NULL! #CALC! #SPILL!'.split(' ');

/** A spreadsheet's errors: they are no values, and in the id of a child they would make one child of many. */
function errorRules(contract: Contract): Rule[] {
  const identifying = (c: Column) => c.key !== null || c.roles.includes('local-id');
  return contract.columns
    .filter((c) => contract.format === 'xlsx' || identifying(c))
    .map((c) => ({
      rule: 'error in a cell',
      column: c.header,
      severity: 'reject',
      advice:
        'The cell holds an error of the spreadsheet, such as #N/A, or a formula that was never worked out. Mend the formula, or put the value in its place.',
      when: `starts_with(${raw(c)}, '#') and ${raw(c)} in (${ERRORS.map(text).join(', ')})`,
      decisive: true,
    }));
}

/** The way a date is written, for people: dd/MM/yyyy. */
const LETTERS: Record<string, string> = { d: 'dd', m: 'MM', Y: 'yyyy', H: 'HH', M: 'mm', S: 'ss' };
const written = (format: string) => format.replace(/%([dmYHMS])/g, (_all, part: string) => LETTERS[part]!);

function columnRules(c: Column, thisYear: number): Rule[] {
  const rule = (rule: string, severity: Severity, advice: string, when: string): Rule => ({
    rule,
    column: c.header,
    severity,
    advice,
    when,
  });
  const rules: Rule[] = [];
  const filled = `${raw(c)} is not null`;
  if (c.type === 'date' || c.type === 'timestamp') {
    const possible = `${ident(c.name)} is not null and year(${ident(c.name)}) between 1900 and ${thisYear + 1}`;
    rules.push(
      rule(
        'impossible date',
        'reject',
        `Expected a date that there is, as ${c.formats.map(written).join(' or ')}, of a year between 1900 and ${thisYear + 1}. Usual causes: a day that its month does not have, the month before the day, a year without its four digits, a number that was not shown as a date. Correct it and send the file again.`,
        `${filled} and not (${possible})`,
      ),
    );
  } else if (c.type === 'integer') {
    rules.push(
      rule('not a whole number', 'reject', 'Expected a whole number.', `${filled} and ${ident(c.name)} is null`),
    );
  }
  if (c.type === 'timestamp') {
    rules.push(
      rule(
        'skipped local time',
        'warn',
        'The clocks went forward over this time; it is read as one hour later.',
        `coalesce(skipped_time(${ident(c.name)}), false)`,
      ),
    );
  }
  if (c.codes) {
    const advice = `Expected one of: ${c.codes.values.join(', ')}${Object.keys(c.codes.spellings).length > 0 ? ', or a spelling that the contract lists' : ''}.`;
    rules.push(rule('code not in list', c.codes.severity, advice, `${filled} and ${coded(c)} is null`));
  }
  if (c.required && c.key === null)
    rules.push(rule('missing value', 'reject', 'This column may not be blank.', `${raw(c)} is null`));
  return rules;
}

/** Such a row counts as a child of its own: many of them would be many children. */
function nobody(contract: Contract): Rule {
  const naming = (['local-id', 'nhs-number', 'upn', 'surname'] as const).flatMap((role) => having(contract, role));
  return {
    rule: 'names nobody',
    column: naming.map((c) => c.header).join(', '),
    severity: 'warn',
    advice:
      'Nothing says who it is about, so it counts as a child of its own. Fill in who it is and send the file again.',
    when: naming.map((c) => `${raw(c)} is null`).join(' and ') || 'false',
  };
}

function roleRules(contract: Contract): Rule[] {
  const rules: Rule[] = [nobody(contract)];
  for (const c of having(contract, 'nhs-number')) {
    rules.push({
      rule: 'no NHS number',
      column: c.header,
      severity: 'warn',
      advice: 'Without it the child can only be matched by other details.',
      when: `${raw(c)} is null`,
    });
    rules.push({
      rule: 'NHS number not valid',
      column: c.header,
      severity: 'warn',
      advice: 'The check digit is wrong or the number is a placeholder, so it is not used. Correct it at the source.',
      when: `${raw(c)} is not null and ${ident(c.name)} is null`,
    });
  }
  for (const c of having(contract, 'local-id'))
    rules.push({
      rule: 'no id of the agency',
      column: c.header,
      severity: 'warn',
      advice:
        "Without it the row is joined to the child's other rows by other details alone. Fill it in at the source.",
      when: `${raw(c)} is null`,
    });
  for (const c of having(contract, 'upn'))
    rules.push({
      rule: 'UPN not valid',
      column: c.header,
      severity: 'warn',
      advice: 'The check letter is wrong or the number is temporary, so it is not used for matching.',
      when: `${raw(c)} is not null and ${ident(c.name)} is null`,
    });
  for (const c of having(contract, 'birth-date')) {
    rules.push({
      rule: 'born after the event',
      column: c.header,
      severity: 'warn',
      advice: 'The date of birth is after the event. The row is kept without an age.',
      when: `${ident(c.name)} > "event date"`,
    });
    rules.push({
      rule: 'aged 18 or over',
      column: c.header,
      severity: 'warn',
      advice: 'The person was 18 or older at the event. The row is kept.',
      when: `age_on(${ident(c.name)}, "event date") >= 18`,
    });
  }
  return rules;
}

const ownRules = (contract: Contract): Rule[] =>
  contract.rules.map((r) => ({
    rule: r.name,
    column: null,
    severity: r.severity,
    advice: r.advice,
    when: `coalesce((${r.when}), false)`,
  }));
