import type { Contract } from '../contract.ts';
import { ident, type Session, text } from '../engines/engine.ts';
import { keys, type Receipt } from '../landing/receipt.ts';
import { stagedColumns } from '../landing/stage.ts';
import type { Store } from '../storage/store.ts';

/** Makes the view `staged_<name>` of an extract: the rows of its live submissions, the latest of each key. */
export async function stageExtract(
  session: Session,
  store: Store,
  contract: Contract,
  live: readonly Receipt[],
): Promise<void> {
  const view = ident(`staged_${contract.table}`);
  const columns = stagedColumns(contract);
  const own = live.filter((r) => r.extract === contract.id);
  if (own.length === 0) {
    const empty = [
      ...columns,
      { name: 'period', type: 'varchar' },
      { name: 'period_from', type: 'date' },
      { name: 'period_to', type: 'date' },
    ];
    await session.run(
      `create or replace temp view ${view} as select ${empty.map((c) => `cast(null as ${c.type}) as ${ident(c.name)}`).join(', ')} where false`,
    );
    return;
  }
  const lookup = `submissions_${contract.table}`;
  await session.load(
    lookup,
    ['submission', 'period', 'period_from', 'period_to', 'place'],
    own.map((r, i) => [r.id, r.period, r.covers!.from, r.covers!.to, String(i).padStart(6, '0')]),
  );
  const files = await Promise.all(own.map((r) => store.localPath(keys.staged(contract.id, r.id))));
  const names = columns.map((c) => `s.${ident(c.name)}`).join(', ');
  const rows = `select ${names}, l.period, cast(l.period_from as date) as period_from, cast(l.period_to as date) as period_to, l.place from read_parquet([${files.map(text).join(', ')}], union_by_name = true) s join ${ident(lookup)} l using (submission)`;
  const latest = `qualify row_number() over (partition by ${keyColumns(contract).map(ident).join(', ')} order by period_to desc, place desc, row_number desc) = 1`;
  await session.run(`create or replace temp view ${view} as select * exclude (place) from (${rows}) ${latest}`);
}

function keyColumns(contract: Contract): string[] {
  const own = contract.columns
    .filter((c) => c.key !== null)
    .map((c) => (c.roles.includes('local-id') ? 'source_ref' : c.name));
  return contract.keyScope === 'period' ? [...own, 'period'] : own;
}
