import type { KpiHeader } from '../build/definition.ts';
import { SafeguardingError } from '../errors.ts';
import type { Partnership } from '../partnership.ts';
import type { Snapshot } from '../snapshots/log.ts';
import { audit } from './audit.ts';
import { cellId, cellsOf, type Part } from './cells.ts';
import { joined, type Working } from './earlier.ts';
import type { Model } from './model.ts';
import { type Audience, type Policy, readPolicy } from './policy.ts';
import { assertCountedAlike, countedAs } from './redefined.ts';
import { assertRelated } from './related.ts';
import { modelOf, readRelations, withRests } from './relations.ts';
import { loadSolver } from './solver.ts';
import { suppress } from './suppress.ts';
import { type Table, type TableRow, tablesOf } from './tables.ts';

/** Stands where a number would; the same whether the number is small or would tell of one. */
export const WITHHELD = 'withheld';
export type Shown = number | typeof WITHHELD;

export interface ReleasedRow {
  period: string;
  from: string;
  to: string;
  split: Record<string, string>;
  numerator: Shown;
  denominator: Shown | null;
  value: Shown | null;
  status: 'final' | 'withheld';
}

export type Described = Pick<KpiHeader, 'title' | 'unit' | 'measure' | 'better' | 'definition'>;
export interface ReleasedTable extends Described, Pick<Table, 'kpi' | 'grain' | 'by'> {
  rows: ReleasedRow[];
}

/** Everything that an audience sees of a snapshot: its pages, papers and downloads are made of this alone. */
export interface Release {
  audience: Audience;
  snapshot: number;
  built_at: string;
  rules: Pick<Policy, 'withhold' | 'dominance' | 'possible_values'>;
  tables: ReleasedTable[];
}

/**
 * Makes the release of a snapshot for an audience.
 * @param before what is kept of the audience's release before
 * @throws SafeguardingError (refused) where nothing can be released without a withheld count being worked out
 */
export async function makeRelease(p: Partnership, snapshot: Snapshot, audience: Audience, before: Working | undefined) {
  const policy = readPolicy(audience);
  const tables = await tablesOf(p, snapshot, policy);
  const known = readRelations();
  const kpis = policy.tables.map(({ kpi }) => kpi);
  await assertRelated(p, snapshot, kpis, known);
  const counted = countedAs(snapshot, kpis);
  assertCountedAlike(counted, before, known);
  const model = joined(modelOf(withRests(cellsOf(tables, policy), known, policy), known), before);
  assertNotPublic(model, policy);
  const solver = await loadSolver();
  const withheld = suppress(solver, model, policy.possible_values);
  const ranges = audit(await loadSolver(), model, withheld, policy.possible_values);
  const names = new Set([...withheld].map((i) => model.cells[i]!.id));
  return {
    release: released(snapshot, audience, policy, tables, names),
    working: { ...working(model, withheld, snapshot), counted: { ...before?.counted, ...counted } },
    ranges,
  };
}

/** A stricter policy cannot take back what is public. */
function assertNotPublic(model: Model, { withhold }: Policy): void {
  const out = model.cells.filter(
    ({ earlier, shown, value }) => earlier === 'published' && shown && value >= withhold.from && value <= withhold.to,
  );
  if (out.length > 0)
    throw new SafeguardingError(
      'refused',
      `An earlier release published ${out.length} counts that the policy now withholds, so nothing is released. Widen the policy again, or leave these tables out.`,
    );
}

const working = (model: Model, withheld: Set<number>, { number }: Snapshot): Working => ({
  snapshot: number,
  relations: model.relations,
  cells: model.cells.map((cell, i) =>
    cell.shown ? { ...cell, earlier: withheld.has(i) ? 'withheld' : 'published' } : cell,
  ),
});

/** The tables as an audience sees them. */
export function released(
  { number, built_at }: Snapshot,
  audience: Audience,
  policy: Policy,
  tables: Table[],
  withheld: Set<string>,
): Release {
  const { withhold, dominance, possible_values } = policy;
  return {
    audience,
    snapshot: number,
    built_at,
    rules: { withhold, dominance, possible_values },
    tables: tables.map(({ kpi, grain, by, header, rows }) => ({
      kpi,
      grain,
      by,
      title: header.title,
      unit: header.unit,
      measure: header.measure,
      better: header.better,
      definition: header.definition,
      rows: rows.map((row) => releasedRow(row, (part) => withheld.has(cellId({ kpi, by }, row, part)))),
    })),
  };
}

function releasedRow(row: TableRow, isWithheld: (part: Part) => boolean): ReleasedRow {
  const { period, from, to, split } = row;
  const numerator = isWithheld('count') || isWithheld('numerator') ? WITHHELD : row.numerator;
  const denominator = isWithheld('denominator') ? WITHHELD : row.denominator;
  const any = numerator === WITHHELD || denominator === WITHHELD;
  return {
    period,
    from,
    to,
    split,
    numerator,
    denominator,
    value: any ? WITHHELD : row.value,
    status: any ? 'withheld' : 'final',
  };
}
