// The agencies' sample files through the whole pipeline, against the right answers that came with them.
import { basename, dirname, join } from 'node:path';
import { cpSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build } from '../../etl/build/build.ts';
import { land } from '../../etl/landing/land.ts';
import type { Receipt } from '../../etl/landing/receipt.ts';
import type { Partnership } from '../../etl/partnership.ts';
import { series } from '../../etl/query/series.ts';
import type { Snapshot } from '../../etl/snapshots/log.ts';
import { describeWithSample, sample, sampleJson } from '../agency-files.ts';
import { emptyPartnership, scratchFolder } from '../partnerships.ts';
import { answers } from './answers.ts';
import { type Cell, exactCells, matchedCells } from './cells.ts';
import { curveOf, flowOfTheYear, listsOfMarch, wrongTrends } from './pages.ts';
import { signedInApi } from '../signed-in.ts';

type Counts = Pick<Receipt, 'rows' | 'rejected' | 'repeated' | 'accepted'>;
const counts = ({ rows, rejected, repeated, accepted }: Receipt): Counts => ({ rows, rejected, repeated, accepted });
const told = (cell: Cell) => ({ ...cell, grain: undefined });

async function wrongCells(p: Partnership, snapshot: Snapshot, cells: Cell[]) {
  const rows = await answers(p, snapshot, cells);
  return cells.flatMap((cell, i) => {
    const row = rows[i];
    const right =
      row &&
      row.numerator === cell.numerator &&
      (cell.denominator === undefined || row.denominator === cell.denominator);
    return right
      ? []
      : [{ expected: told(cell), found: row && { numerator: row.numerator, denominator: row.denominator } }];
  });
}

function shuffled<T>(list: T[], seed: number): T[] {
  let state = seed;
  const random = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
  return list
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

describeWithSample('the sample files', () => {
  let p: Partnership;
  let receipts: Receipt[];
  let snapshot: Snapshot;

  beforeAll(async () => {
    p = await emptyPartnership();
    receipts = await land(p, [sample!]);
    snapshot = await build(p);
  });
  afterAll(() => p.close());

  it('has a receipt for each file with the right counts', () => {
    const found = Object.fromEntries(receipts.map((r) => [`${r.extract}/${r.file}`, counts(r)]));
    expect(found).toMatchObject(sampleJson<Record<string, Counts>>('expected-receipts.json'));
  });

  it('gives every exact answer, month by month and year by year', async () => {
    const cells = exactCells();
    expect(cells).toHaveLength(331);
    expect(await wrongCells(p, snapshot, cells)).toEqual([]);
  });

  it('adds up police contacts from September to March', async () => {
    const months = await series(p, snapshot, { kpi: 'police-contacts', grain: 'month' });
    const added = (year: number) =>
      months
        .filter((m) => m.period >= `${year}-09` && m.period <= `${year + 1}-03`)
        .reduce((n, m) => n + m.numerator, 0);
    const told =
      sampleJson<Record<string, Record<string, Record<string, number>>>>('expected.json')['police-contacts']![
        'sep-mar'
      ];
    expect({ '2023-24': added(2023), '2024-25': added(2024) }).toEqual(told);
  });

  it('gives the answers that rest on matching children within one per cent', async () => {
    const cells = matchedCells();
    const rows = await answers(p, snapshot, cells);
    const away = cells.map((cell, i) => ({
      cell: told(cell),
      off: rows[i]!.numerator / cell.numerator - 1,
      offDenominator: cell.denominator ? rows[i]!.denominator! / cell.denominator - 1 : 0,
    }));
    expect(away.filter(({ off, offDenominator }) => Math.abs(off) > 0.01 || Math.abs(offDenominator) > 0.01)).toEqual(
      [],
    );
  });

  it('gives the pages the same answers: trends, the flow of notices, lists laid over one another', async () => {
    const api = await signedInApi(p);
    const trends = await wrongTrends(api);
    expect(trends.compared).toBeGreaterThan(200);
    expect(trends.wrong).toEqual([]);
    const flow = await flowOfTheYear(api);
    expect(flow.found).toEqual(flow.expected);
    const lists = await listsOfMarch(api);
    expect(lists.found).toEqual(lists.expected);
  });

  it('counts on a curve no more than happened', async () => {
    const api = await signedInApi(p);
    const episodes = sampleJson<Record<string, Record<string, Record<string, number>>>>('expected.json');
    for (const { cohort, starts, repeats } of await curveOf(api, 'missing')) {
      // Two episodes of one child on one day are one start, and those of 16 and over are left out.
      expect([cohort, starts <= episodes['missing-episodes']!.year![cohort]!]).toEqual([cohort, true]);
      expect([cohort, repeats > 0 && repeats < starts]).toEqual([cohort, true]);
    }
  });

  it('publishes nothing new when every file is landed again', async () => {
    const again = await land(p, [sample!]);
    expect(new Set(again.map((r) => r.outcome))).toEqual(new Set(['duplicate']));
    expect((await build(p)).number).toBe(snapshot.number);
  });
});

describeWithSample('the sample files in random order, each landed twice', () => {
  it('give the same answers', async () => {
    const p = await emptyPartnership();
    const files = readdirSync(sample!, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.includes('/'))
      .map((name) => join(sample!, name));
    // Copies in folders of their own, so that arrival follows the shuffled order and not the names.
    const inbox = scratchFolder();
    const order = [...shuffled(files, 7), ...shuffled(files, 11)].map((file, i) => {
      const copy = join(inbox, String(i).padStart(4, '0'), basename(dirname(file)), basename(file));
      cpSync(file, copy);
      return copy;
    });
    await land(p, order);
    const snapshot = await build(p);
    expect(await wrongCells(p, snapshot, exactCells())).toEqual([]);
    p.close();
  });
});
