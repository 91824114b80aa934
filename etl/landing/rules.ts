import type { Column, Contract } from '../contract.ts';
import type { Severity } from '../contract-document.ts';
import { ident } from '../engines/engine.ts';
import { coded, raw } from './cells.ts';

/** One thing that can be wrong with a row. */
export interface Rule {
  rule: string;
  column: string | null;
  severity: Severity;
  advice: string;
  /** SQL over the columns of `typed` (see typed.ts): true when the row is at fault. */
  when: string;
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
    ...contract.columns.flatMap((c) => columnRules(c, thisYear)),
    ...roleRules(contract),
    ...ownRules(contract),
  ];
}

function keyRules(contract: Contract): Rule[] {
  const total = [...new Set([...keyed(contract), ...having(contract, 'local-id')])]
    .map((c) => `coalesce(regexp_matches(lower(${raw(c)}), '^(grand |sub)?total'), false)`)
    .join(' or ');
  const names = keyed(contract)
    .map((c) => `"${c.header}"`)
    .join(' and ');
  const empty = keyed(contract)
    .map((c) => `${raw(c)} is null`)
    .join(' or ');
  return [
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
        'The cell is not a date that can be, in the form the contract names. Correct it and send the file again.',
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

function roleRules(contract: Contract): Rule[] {
  const rules: Rule[] = [];
  for (const c of having(contract, 'nhs-number')) {
    rules.push({
      rule: 'no NHS number',
      column: c.header,
      severity: 'warn',
      advice: 'The child is matched by other details.',
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
