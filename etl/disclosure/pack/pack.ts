// The board's papers of a period: released figures, what may be said of them, and what people have decided.
import { history, standing } from '../../decisions/log.ts';
import { SafeguardingError } from '../../errors.ts';
import type { Partnership } from '../../partnership.ts';
import { freshness, type Freshness } from '../../query/freshness.ts';
import { quality } from '../../query/quality.ts';
import { kpiOf } from '../../query/request.ts';
import { readSnapshot, type Snapshot } from '../../snapshots/log.ts';
import { readRelease } from '../kept.ts';
import type { Release } from '../release.ts';
import { type PackMeasure, packMeasures } from './measure.ts';
import { type PackNotes, packNotes } from './notes.ts';
import { type PackPeriod, packPeriod, packPeriods } from './periods.ts';

export interface PackRequest {
  /** Such as "2024-25 Q4"; the last quarter unless told. */
  period?: string | undefined;
  /** KPIs that have a sheet, beside those of partnership.yaml and those that are worse than usual. */
  measures?: readonly string[];
  /** The snapshot whose release it is; the last release unless told. */
  snapshot?: number | undefined;
}

/** How far an extract can be trusted. How many rows it has is left out: with it a withheld figure might be worked out. */
export interface PackExtract extends Omit<Freshness, 'rows' | 'submissions'> {
  rejected: number;
}

export interface Pack extends Pick<Release, 'snapshot' | 'built_at' | 'rules'> {
  period: PackPeriod;
  periods: PackPeriod[];
  made_on: string;
  measures: PackMeasure[];
  notes: PackNotes;
  extracts: PackExtract[];
}

/**
 * @throws SafeguardingError (not-found) where nothing is released, (usage) for a period or a measure that the release does not hold
 */
export async function boardPack(
  p: Partnership,
  { period: asked, measures = [], snapshot }: PackRequest,
): Promise<Pack> {
  const release = await readRelease(p, 'board-pack', snapshot);
  const period = packPeriod(release, asked);
  assertReleased(release, p.config.board_pack, 'partnership.yaml, board_pack: ');
  assertReleased(release, measures, '');
  const of = await readSnapshot(p, release.snapshot);
  const decided = standing(await history(p));
  const chosen = [...p.config.board_pack, ...measures];
  const { built_at, rules } = release;
  return {
    snapshot: release.snapshot,
    built_at,
    rules,
    period,
    periods: packPeriods(release),
    made_on: p.clock.now().toISOString(),
    measures: packMeasures(release, (kpi) => kpiOf(of, kpi).header, decided, period, chosen),
    notes: packNotes(decided, p.clock.now().toISOString().slice(0, 10)),
    extracts: await trust(p, of),
  };
}

async function trust(p: Partnership, snapshot: Snapshot): Promise<PackExtract[]> {
  const [fresh, { extracts }] = await Promise.all([freshness(p, snapshot), quality(p, snapshot)]);
  return fresh.map(({ rows: _, submissions: __, ...extract }) => ({
    ...extract,
    rejected: extracts.find(({ id }) => id === extract.id)!.rejected,
  }));
}

function assertReleased({ tables }: Release, asked: readonly string[], where: string): void {
  const ids = [...new Set(tables.map(({ kpi }) => kpi))];
  const unknown = asked.find((id) => !ids.includes(id));
  if (unknown !== undefined)
    throw new SafeguardingError(
      'usage',
      `${where}"${unknown}" is not released for the board. Expected one of: ${ids.join(', ')}.`,
    );
}
