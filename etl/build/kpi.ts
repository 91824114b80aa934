import { SafeguardingError } from '../errors.ts';
import { ident, type Session } from '../engines/engine.ts';
import type { Partnership } from '../partnership.ts';
import type { KpiTable, Snapshot } from '../snapshots/log.ts';
import { collapse, NOT_KNOWN, SHAPE, splitColumn } from './cells.ts';
import { columnsNamed, type Kpi } from './definition.ts';
import { coveredRange } from '../query/covered.ts';
import { columnsOf, keepTable, materialise, notGiven } from './table.ts';

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

/** Makes one KPI's table: its facts, collapsed to cells. @throws SafeguardingError when its header names what is not there */
export async function buildKpi(
  p: Partnership,
  session: Session,
  kpi: Kpi,
  covers: Snapshot['coverage'],
  scratch: string,
  made: string,
): Promise<KpiTable> {
  const { header } = kpi;
  const covered = coveredBy(p, kpi, covers);
  const facts = `facts of ${kpi.id}`;
  await materialise(session, kpi, facts);
  await assertColumns(session, kpi, facts);
  const [count] = await session.rows<{ all: number; undated: number }>(
    `select count(*) as all, count(*) filter (where ${ident(header.date)} is null) as undated from ${ident(facts)}`,
  );
  if (count!.undated > 0)
    throw wrong(
      kpi,
      `${count!.undated} facts have no "${header.date}", so they would be in no period. Filter them out, or give them a date.`,
    );
  await collapse(session, header, facts, kpi.id);
  await session.run(`drop table ${ident(facts)}`);

  const splits: Record<string, string[]> = {};
  for (const split of header.splits) splits[split] = await splitValues(p, session, kpi, split);
  const { key } = await keepTable(session, p.store, 'kpis', kpi.id, scratch, made);
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

/** The values of a split in the order in which people read them: age bands by age, codes as the contract lists them, others by name. */
async function splitValues(p: Partnership, session: Session, kpi: Kpi, split: string): Promise<string[]> {
  const found = await session.rows<{ value: string }>(
    `select distinct ${splitColumn(split)} as value from ${ident(kpi.id)}`,
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
