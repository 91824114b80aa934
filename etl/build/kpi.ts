import { SafeguardingError } from '../errors.ts';
import { ident, type Session } from '../engines/engine.ts';
import type { Partnership } from '../partnership.ts';
import type { KpiTable, Snapshot } from '../snapshots/log.ts';
import { collapsed, NOT_KNOWN, SHAPE, splitColumn } from './cells.ts';
import { columnsNamed, type Kpi } from './definition.ts';
import type { Making } from './making.ts';
import { coveredRange } from '../query/covered.ts';
import { columnsOf, keepTable, notGiven, running, write, type Written } from './table.ts';

/** The days that a KPI's figures cover. @throws SafeguardingError when its header names what is not there */
export function coveredBy(p: Partnership, kpi: Kpi, covers: Snapshot['coverage']): KpiTable['covered'] {
  const { header } = kpi;
  if (!p.config.priorities.some((priority) => priority.id === header.priority))
    throw wrong(
      kpi,
      `there is no priority "${header.priority}". Expected one of: ${p.config.priorities.map((x) => x.id).join(', ')}.`,
    );
  for (const extract of header.covered_by)
    if (!(extract in covers))
      throw wrong(
        kpi,
        `covered_by names "${extract}", which has no contract. Expected one of: ${Object.keys(covers).join(', ')}.`,
      );
  return coveredRange(header, covers);
}

/**
 * Makes one KPI's table: its facts, collapsed to cells.
 * @param given a query of the session that gives the facts
 * @throws SafeguardingError when its header names what is not there
 */
export async function buildKpi(
  { p, scratch }: Pick<Making, 'p' | 'scratch'>,
  session: Session,
  kpi: Kpi,
  given: string,
  covers: Snapshot['coverage'],
  made: string,
): Promise<KpiTable> {
  const { header } = kpi;
  const covered = coveredBy(p, kpi, covers);
  const facts = `facts of ${kpi.id}`;
  await running(kpi, () => session.run(`create or replace temp view ${ident(facts)} as ${given}`));
  await assertColumns(session, kpi, facts);
  const cells = await running(kpi, () => write(session, scratch, kpi.id, collapsed(header, facts)));
  await running(kpi, () => assertDated(session, kpi, facts, cells));
  const [count] = await running(kpi, () =>
    session.rows<{ all: number }>(`select count(*) as all from ${ident(facts)}`),
  );

  const splits: Record<string, string[]> = {};
  for (const split of header.splits) splits[split] = await splitValues(p, session, kpi, split, cells);
  const { key } = await keepTable(session, p.store, 'kpis', kpi.id, cells, made);
  return { key, made, shape: SHAPE, rows: count!.all, header, sql: kpi.sql, splits, covered };
}

const NUMBER = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL.*)$/;

/** Asserts that the columns which a KPI's header names are there, and that numbers are numbers. @throws SafeguardingError */
async function assertColumns(session: Session, kpi: Kpi, facts: string): Promise<void> {
  const types = new Map((await columnsOf(session, facts)).map((c) => [c.name, c.type]));
  for (const name of columnsNamed(kpi.header)) if (!types.has(name)) throw notGiven(kpi, name, [...types.keys()]);
  const { numerator, denominator, value } = kpi.header;
  for (const name of [numerator, denominator, value])
    if (name && !NUMBER.test(types.get(name)!))
      throw wrong(
        kpi,
        `"${name}" is ${types.get(name)!.toLowerCase()}. Expected a number, since it is added up or averaged.`,
      );
}

/** Asserts that every fact is in a period. @throws SafeguardingError saying how many are not */
async function assertDated(session: Session, kpi: Kpi, facts: string, { view }: Written): Promise<void> {
  const [cells] = await session.rows<{ n: number }>(`select count(*) as n from ${ident(view)} where on_date is null`);
  if (cells!.n === 0) return;
  const { date } = kpi.header;
  const [undated] = await session.rows<{ n: number }>(
    `select count(*) as n from ${ident(facts)} where ${ident(date)} is null`,
  );
  throw wrong(
    kpi,
    `${undated!.n} facts have no "${date}", so they would be in no period. Filter them out, or give them a date.`,
  );
}

/** The values of a split in the order in which people read them: age bands by age, codes as the contract lists them, others by name. */
async function splitValues(
  p: Partnership,
  session: Session,
  kpi: Kpi,
  split: string,
  { view }: Written,
): Promise<string[]> {
  const found = await session.rows<{ value: string }>(
    `select distinct ${splitColumn(split)} as value from ${ident(view)}`,
  );
  const lists = p.contracts
    .filter((c) => kpi.header.covered_by.includes(c.id))
    .flatMap((c) =>
      c.columns.filter((column) => column.name === split).flatMap((column) => column.codes?.values ?? []),
    );
  const order = [...p.config.age_bands.map((band) => band.title), ...lists];
  const place = (value: string) =>
    value === NOT_KNOWN ? Infinity : (order.indexOf(value) + order.length + 1) % (order.length + 1);
  return found.map((r) => r.value).sort((a, b) => place(a) - place(b) || a.localeCompare(b, 'en-GB'));
}

const wrong = (kpi: Kpi, message: string) => new SafeguardingError('usage', `${kpi.file}: ${message}`);
