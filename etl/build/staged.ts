import type { Contract } from '../contract.ts';
import { ident, type Session } from '../engines/engine.ts';
import type { Receipt } from '../landing/receipt.ts';
import { stagedColumns } from '../landing/stage.ts';

/** The columns of `staged_<name>` beside those of its files. */
const OF_SUBMISSION = [
  { name: 'period', type: 'varchar' },
  { name: 'period_from', type: 'date' },
  { name: 'period_to', type: 'date' },
];

/** The columns that a model can read of an extract. */
export const modelColumns = (contract: Contract): { name: string; type: string }[] => [
  ...stagedColumns(contract),
  ...OF_SUBMISSION,
  { name: 'child_ref', type: 'varchar' },
];

export const rowsTable = (contract: Contract): string => `rows_${contract.table}`;
export const stagedTable = (contract: Contract): string => `staged_${contract.table}`;

/**
 * Makes the table `rows_<name>` of an extract: the rows of its live submissions, the latest of each key.
 * @param staged a query that gives the rows of all these submissions
 */
export async function makeRows(
  session: Session,
  contract: Contract,
  own: readonly Receipt[],
  staged: string,
): Promise<void> {
  const columns = stagedColumns(contract);
  if (own.length === 0) {
    const empty = [...columns, ...OF_SUBMISSION].map((c) => `cast(null as ${c.type}) as ${ident(c.name)}`);
    await session.run(
      `create or replace temp table ${ident(rowsTable(contract))} as select ${empty.join(', ')} where false`,
    );
    return;
  }
  const lookup = `submissions_${contract.table}`;
  await session.load(
    lookup,
    ['submission', 'period', 'period_from', 'period_to', 'place'],
    own.map((r, i) => [r.id, r.period, r.covers!.from, r.covers!.to, String(i).padStart(6, '0')]),
  );
  const names = columns.map((c) => `s.${ident(c.name)}`).join(', ');
  const rows = `select ${names}, l.period, cast(l.period_from as date) as period_from, cast(l.period_to as date) as period_to, l.place from (${staged}) s join ${ident(lookup)} l using (submission)`;
  const latest = `qualify row_number() over (partition by ${keyColumns(contract).map(ident).join(', ')} order by period_to desc, place desc, row_number desc) = 1`;
  await session.run(
    `create or replace temp table ${ident(rowsTable(contract))} as select * exclude (place) from (${rows}) ${latest}`,
  );
}

/** The query that gives `staged_<name>`, which models read: the rows, and which child each is about. */
export const staged = (contract: Contract): string =>
  `select r.*, m.child_ref from ${ident(rowsTable(contract))} as r left join person_map as m using (source_ref)`;

function keyColumns(contract: Contract): string[] {
  const own = contract.columns
    .filter((c) => c.key !== null)
    .map((c) => (c.roles.includes('local-id') ? 'source_ref' : c.name));
  return contract.keyScope === 'period' ? [...own, 'period'] : own;
}
