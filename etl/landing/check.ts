import type { Contract } from '../contract.ts';
import { readSql } from '../files.ts';
import { ident, type Session } from '../engines/engine.ts';
import type { Partnership } from '../partnership.ts';
import type { Period } from '../periods.ts';
import { readLines } from './lines.ts';
import type { Reason, RejectedRow } from './receipt.ts';
import { type Rule, rulesOf } from './rules.ts';
import type { Table } from './table.ts';
import { faultsSelect, loadTowns, typedSelect } from './typed.ts';

export interface Verdict {
  rows: number;
  accepted: number;
  rejected: number;
  repeated: number;
  warned: number;
  reasons: Reason[];
  rejects: RejectedRow[];
}

const CONFLICT: Pick<Rule, 'rule' | 'column' | 'severity' | 'advice'> = {
  rule: 'key used twice',
  column: null,
  severity: 'reject',
  advice:
    'An earlier row of this file has the same key and says something else; the earlier one was kept. Send one row for each key.',
};
const EXAMPLES = 10;

/**
 * Checks a file's rows against its contract in one pass and leaves them in the session's table `accepted`
 * (the columns of typed.ts). Nothing is written anywhere else.
 */
export async function checkRows(
  p: Partnership,
  session: Session,
  contract: Contract,
  table: Table,
  period: Period,
): Promise<Verdict> {
  const ragged = await readLines(session, table);
  await loadTowns(session, p.config);
  const rules = rulesOf(contract, p.clock.now().getFullYear());
  await session.run(`create or replace temp table typed as ${typedSelect(contract, period)}`);
  await session.run(`create or replace temp table faults as ${faultsSelect(rules)}`);

  const rejecting = rules.flatMap((r, i) => (r.severity === 'reject' ? [i] : []));
  const content = `hash(${contract.columns.map((c) => ident(c.name)).join(', ')})`;
  await session.run(
    `create or replace temp view sound as select *, ${content} as content from typed where row_number not in (select row_number from faults where rule in (${rejecting.join(', ')}))`,
  );
  await session.run(readSql(import.meta.url, './again.sql'));
  await session.run(
    'create or replace temp view accepted as select * exclude (content) from sound where row_number not in (select row_number from again)',
  );

  const faults = await session.rows<{ row: number; rule: number }>(
    'select row_number as row, rule from faults where row_number not in (select row_number from again) order by row_number, rule',
  );
  const again = await session.rows<{ row: number; conflict: boolean }>(
    'select row_number as row, conflict from again order by row_number',
  );
  const [count] = await session.rows<{ rows: number; accepted: number }>(
    'select (select count(*) from typed) as rows, (select count(*) from accepted) as accepted',
  );
  return verdict(
    count!,
    ragged,
    faults.map((f) => ({ row: f.row, rule: rules[f.rule]! })),
    again,
  );
}

type Fault = { row: number; rule: Pick<Rule, 'rule' | 'column' | 'severity' | 'advice'> };

function verdict(
  count: { rows: number; accepted: number },
  ragged: RejectedRow[],
  found: Fault[],
  again: { row: number; conflict: boolean }[],
): Verdict {
  const conflicts = again.filter((a) => a.conflict).map((a): Fault => ({ row: a.row, rule: CONFLICT }));
  const uneven = ragged.map((r): Fault => ({ row: r.row, rule: { ...r, severity: 'reject' } }));
  const faults = [...uneven, ...found, ...conflicts];
  const rejecting = faults.filter((f) => f.rule.severity === 'reject');
  const rejectedRows = new Set(rejecting.map((f) => f.row));
  const warnedRows = new Set(
    faults.filter((f) => f.rule.severity === 'warn' && !rejectedRows.has(f.row)).map((f) => f.row),
  );
  return {
    rows: count.rows + ragged.length,
    accepted: count.accepted,
    rejected: rejectedRows.size,
    repeated: again.length - conflicts.length,
    warned: warnedRows.size,
    reasons: reasons(faults),
    rejects: rejecting
      .map(({ row, rule }) => ({ row, column: rule.column, rule: rule.rule, advice: rule.advice }))
      .sort((a, b) => a.row - b.row),
  };
}

function reasons(faults: Fault[]): Reason[] {
  const grouped = new Map<string, Reason>();
  for (const { row, rule } of faults) {
    const name = JSON.stringify([rule.severity, rule.rule, rule.column]);
    const reason = grouped.get(name) ?? {
      rule: rule.rule,
      column: rule.column,
      severity: rule.severity,
      rows: 0,
      advice: rule.advice,
      example_rows: [],
    };
    reason.rows += 1;
    if (reason.example_rows.length < EXAMPLES) reason.example_rows.push(row);
    grouped.set(name, reason);
  }
  return [...grouped.values()].sort((a, b) => a.severity.localeCompare(b.severity) || b.rows - a.rows);
}
