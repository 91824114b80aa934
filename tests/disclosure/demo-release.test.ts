// The whole demo partnership released twice, eight months apart with a year's end between, and attacked.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../etl/build/build.ts';
import { decideForDemo } from '../../etl/demo/decisions.ts';
import { writeDemo } from '../../etl/demo/demo.ts';
import { cellsOf } from '../../etl/disclosure/cells.ts';
import { readRelease, releaseOf } from '../../etl/disclosure/kept.ts';
import { boardPack } from '../../etl/disclosure/pack/pack.ts';
import { packPeriods } from '../../etl/disclosure/pack/periods.ts';
import { AUDIENCES, type Audience, readPolicy } from '../../etl/disclosure/policy.ts';
import { type Release, released } from '../../etl/disclosure/release.ts';
import { loadSolver, type Solver } from '../../etl/disclosure/solver.ts';
import { tablesOf } from '../../etl/disclosure/tables.ts';
import { land } from '../../etl/landing/land.ts';
import type { Partnership } from '../../etl/partnership.ts';
import { currentSnapshot, type Snapshot } from '../../etl/snapshots/log.ts';
import { emptyPartnership, scratchFolder } from '../partnerships.ts';
import { attack, type Average, type Found } from './attacker.ts';
import { LORE } from './lore.ts';

const data = scratchFolder();
let p: Partnership;
let solver: Solver;
let snapshot: Snapshot;
const releases: Record<Audience, Release[]> = { 'board-pack': [], public: [] };

async function releaseAsOf(today: string): Promise<void> {
  p?.close();
  p = await emptyPartnership({ data, now: `${today}T09:00:00Z` });
  await land(p, await writeDemo(scratchFolder(), { today: new Date(today) }));
  await build(p);
  await decideForDemo(p);
  snapshot = (await currentSnapshot(p))!;
  for (const audience of AUDIENCES) releases[audience].push(await releaseOf(p, snapshot, audience));
}

beforeAll(async () => {
  solver = await loadSolver();
  await releaseAsOf('2026-03-12');
  await releaseAsOf('2026-11-12');
}, 500_000);
afterAll(() => p.close());

const recovered = (found: Found[]) => found.filter(({ least, most }) => most - least + 1 < 3);
/** The counts of a release, and whether each is shown. */
const countsOf = (release: Release, shown: boolean) =>
  release.tables.flatMap(({ kpi, grain, by, rows }) =>
    rows.flatMap((row) =>
      (['numerator', 'denominator'] as const)
        .filter((part) => row[part] !== null && (row[part] !== 'withheld') === shown)
        .map((part) => [kpi, grain, row.period, by, by && row.split[by], part].join()),
    ),
  );

/** The averages of every pack that can be made of a release: of each period, with what has been decided. */
async function averagesOf({ snapshot, ...release }: Release): Promise<Average[]> {
  const found: Average[] = [];
  for (const { period } of packPeriods({ snapshot, ...release })) {
    const { measures } = await boardPack(p, { period, snapshot });
    for (const { kpi, trend } of measures)
      for (const { limits, ...baseline } of trend.baselines) if (limits) found.push({ ...baseline, ...limits, kpi });
  }
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

describe('the papers of the board', () => {
  it('tell nothing more by their averages, of whatever periods they are made', async () => {
    const averages = await Promise.all(releases['board-pack'].map(averagesOf));
    expect(averages.map((all) => all.length > 100)).toEqual([true, true]);
    const found = attack(solver, releases['board-pack'], LORE, () => true, averages);
    expect(found.length).toBeGreaterThan(20);
    expect(recovered(found)).toEqual([]);
  });

  it('are the same when made again from the same snapshot', async () => {
    const once = JSON.stringify(await boardPack(p, {}));
    expect(once).toContain('"words":"');
    expect(JSON.stringify(await boardPack(p, {}))).toBe(once);
  });
});

describe.each(AUDIENCES)('%s', (audience) => {
  it('recovers nothing from either release', () => {
    for (const release of releases[audience]) {
      const found = attack(solver, [release], LORE);
      expect(found.length).toBeGreaterThan(20);
      expect(recovered(found)).toEqual([]);
    }
  });

  it('recovers nothing from both releases together', () => {
    expect(recovered(attack(solver, releases[audience], LORE))).toEqual([]);
  });

  it('recovers many where only the small counts themselves are withheld', async () => {
    const policy = readPolicy(audience);
    const tables = await tablesOf(p, snapshot, policy);
    const small = [...cellsOf(tables, policy).values()].filter((cell) => cell.sensitive);
    const bare = released(snapshot, audience, policy, tables, new Set(small.map((cell) => cell.id)));
    expect(recovered(attack(solver, [bare], LORE)).length).toBeGreaterThan(10);
  });

  it('shows no small count, and no share that rests on one', () => {
    for (const release of releases[audience])
      for (const { rows } of release.tables)
        for (const { numerator, denominator, value } of rows) {
          const shown = [numerator, denominator].filter((n) => typeof n === 'number');
          for (const n of shown) expect(n === 0 || n > 5).toBe(true);
          if (shown.length === 2) expect(shown[1]! - shown[0]! === 0 || shown[1]! - shown[0]! > 5).toBe(true);
          if (numerator === 'withheld' || denominator === 'withheld') expect(value).toBe('withheld');
        }
  });

  it('withholds again what it withheld before, and releases a snapshot once', async () => {
    const [first, second] = releases[audience];
    const before = new Set(countsOf(first!, false));
    expect(countsOf(second!, true).filter((count) => before.has(count))).toEqual([]);
    expect(countsOf(second!, false).length).toBeGreaterThan(before.size);
    expect(await releaseOf(p, snapshot, audience)).toEqual(await readRelease(p, audience));
  });
});
