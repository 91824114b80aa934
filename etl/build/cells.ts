import { ident, text } from '../engines/engine.ts';
import type { KpiTable } from '../snapshots/log.ts';
import type { KpiHeader } from './definition.ts';

/** What a split shows where the record says nothing. */
export const NOT_KNOWN = 'Not known';

/** Says that a KPI's table holds cells: those that older versions of this program made held facts, which cannot be asked. */
export const SHAPE = 'cells';
export const isCells = (kpi: KpiTable): boolean => kpi.shape === SHAPE;

/** The column of cells that holds a split's labels. The prefix keeps it apart from the columns of our own. */
export const splitColumn = (split: string): string => ident(`split_${split}`);

type Column = 'facts' | 'numerator' | 'denominator' | 'total' | 'measured';

/** What adds up in a cell, by column, as SQL over facts; nothing where the measure does not add up. */
function sums(h: KpiHeader): Partial<Record<Column, string>> {
  const sum = (column: string | undefined) => `sum(cast(${ident(column!)} as double))`;
  switch (h.measure) {
    case 'rate':
    case 'share-within':
      return { numerator: sum(h.numerator), denominator: sum(h.denominator) };
    case 'stock':
      return h.denominator
        ? { numerator: h.numerator ? sum(h.numerator) : 'count(*)', denominator: sum(h.denominator) }
        : { facts: 'count(*)' };
    case 'count':
      return h.distinct ? {} : { facts: 'count(*)' };
    case 'mean':
      return { total: sum(h.value), measured: `count(${ident(h.value!)})` };
    case 'children':
    case 'median':
      return {};
  }
}

/** The column of facts whose different values are counted, for measures that do so. */
export const countedOnce = (h: KpiHeader): string | undefined =>
  h.measure === 'children' ? 'child_ref' : h.measure === 'count' ? h.distinct : undefined;

/** The columns that cells have for a measure beside their date and splits. */
export const columnsOfCells = (h: KpiHeader): string[] =>
  countedOnce(h) ? ['one'] : h.measure === 'median' ? ['value'] : Object.keys(sums(h));

/**
 * The query that makes a KPI's table from its facts: what falls in one month with the same splits becomes one row, with no more in it than the
 * measure needs. Periods are whole months, so nothing finer is asked for; a stock keeps the day of its position.
 * What is counted once stands as a number of this table's own, which tells children apart without saying who they are.
 */
export function collapsed(h: KpiHeader, facts: string): string {
  const date = h.measure === 'stock' ? ident(h.date) : `date_trunc('month', cast(${ident(h.date)} as date))`;
  const cell = [`cast(${date} as date) as on_date`, ...h.splits.map((s) => `${label(s)} as ${splitColumn(s)}`)];
  // In the order of their dates, so that a question about some of them reads no others.
  return `select * from (${query(h, cell, ident(facts))}) order by all`;
}

const label = (split: string) => `coalesce(cast(${ident(split)} as varchar), ${text(NOT_KNOWN)})`;

function query(h: KpiHeader, cell: string[], facts: string): string {
  const once = countedOnce(h);
  if (once) {
    // Asked for once: a query that decided otherwise the second time would leave facts without their number.
    const needed = [...new Set([once, h.date, ...h.splits])].map(ident).join(', ');
    const different = `select distinct ${ident(once)} as ref from fact where ${ident(once)} is not null`;
    const numbered = `select ref, row_number() over (order by ref) as one from (${different}) as d`;
    return `with fact as materialized (select ${needed} from ${facts}) select distinct ${cell.join(', ')}, n.one from fact as f left join (${numbered}) as n on n.ref = f.${ident(once)}`;
  }
  if (h.measure === 'median')
    return `select ${cell.join(', ')}, cast(${ident(h.value!)} as double) as value from ${facts}`;
  const added = Object.entries(sums(h)).map(([column, sql]) => `${sql} as ${column}`);
  return `select ${[...cell, ...added].join(', ')} from ${facts} group by ${cell.map((_, i) => i + 1).join(', ')}`;
}
