import { NOT_KNOWN } from '../build/kpi.ts';
import { ident, type Session, text } from '../engines/engine.ts';
import { type Period, periodsBetween } from '../periods.ts';
import type { KpiTable } from '../snapshots/log.ts';

/**
 * Makes the view `fact`: the facts of a KPI that pass the filter, under the names that series.sql reads.
 * @param path the KPI's table
 */
export async function viewFacts(
  session: Session,
  path: string,
  kpi: KpiTable,
  by: string[],
  where: Record<string, string[]>,
): Promise<void> {
  const h = kpi.header;
  const label = (split: string) => `coalesce(cast(${ident(split)} as varchar), ${text(NOT_KNOWN)})`;
  const column = (name: string | undefined, otherwise: string) => (name ? ident(name) : otherwise);
  const columns = [
    `cast(${ident(h.date)} as date) as on_date`,
    `${h.measure === 'children' ? 'child_ref' : 'null'} as child_ref`,
    `${column(h.distinct, 'null')} as item`,
    `cast(${column(h.numerator, '1')} as double) as numerator`,
    `cast(${column(h.denominator, 'null')} as double) as denominator`,
    `cast(${column(h.value, 'null')} as double) as value`,
    `cast([${by.map(label).join(', ')}] as varchar[]) as split`,
  ];
  const unasked = Object.entries(h.unsplit).filter(([split]) => !by.includes(split) && !where[split]);
  const kept = [...Object.entries(where), ...unasked.map(([split, value]) => [split, [value]] as const)].map(
    ([split, values]) => `${label(split)} in (${values.map(text).join(', ')})`,
  );
  await session.run(
    `create or replace temp view fact as select ${columns.join(', ')} from read_parquet(${text(path)}) where ${['true', ...kept].join(' and ')}`,
  );
}

/** Loads the days and the months of periods, which are numbered by their place in the list. */
export async function loadPeriods(session: Session, periods: Period[]): Promise<void> {
  const days = periods.map((period, place) => `(${place}, date '${period.from}', date '${period.to}')`);
  const months = periods.flatMap((period, place) =>
    periodsBetween('month', period.from, period.to).map((m) => `(${place}, date '${m.from}')`),
  );
  await session.run(
    `create or replace temp table period as select * from (values ${days.join(', ')}) as t(place, first_day, last_day)`,
  );
  await session.run(
    `create or replace temp table period_month as select * from (values ${months.join(', ')}) as t(place, month)`,
  );
}

/** One period that holds every fact, also those dated before the first file: a child known since before is known. */
export async function loadAllTime(session: Session): Promise<void> {
  await session.run(
    `create or replace temp table period as select 0 as place, date '0001-01-01' as first_day, date '9999-12-31' as last_day`,
  );
  await session.run(
    `create or replace temp table period_month as select distinct 0 as place, date_trunc('month', on_date) as month from fact`,
  );
}
