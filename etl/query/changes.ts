// What changed since a meeting: two snapshots side by side, each with the decisions that stood when it was looked at.
import type { KpiHeader } from '../build/definition.ts';
import { history } from '../decisions/log.ts';
import { listReceipts } from '../landing/receipt.ts';
import type { Partnership } from '../partnership.ts';
import { listSnapshots, type Snapshot } from '../snapshots/log.ts';
import { type DefinitionChange, definitionChanges } from './changes/definitions.ts';
import { type Fault, faultsBetween } from './changes/faults.ts';
import { figuresRevised, type KpiRevisions } from './changes/figures.ts';
import { type KpiSides, sidesOf } from './changes/sides.ts';
import { type PartChanges, partChanges } from './changes/parts.ts';
import { type SignalChange, signalChanges, unjudgedMoves } from './changes/signals.ts';
import { type Basis, earlier, lastMeeting, looked, type Looked } from './changes/since.ts';
import { filesBetween } from './changes/why.ts';

/** What is needed to write a KPI's figures down. */
export interface ChangedKpi extends Pick<KpiHeader, 'title' | 'unit' | 'measure' | 'better'> {
  id: string;
  /** Whether both snapshots have it. */
  compared: boolean;
}

type Named = Pick<Snapshot, 'number' | 'built_at'>;
export interface Changes {
  /** The day asked about: the last meeting unless told, and null where there was none. */
  since: string | null;
  basis: Basis;
  /** Null where there is no other snapshot to compare with. */
  before: Named | null;
  now: Named;
  /** The KPIs of either snapshot, as the present one has them if it does. */
  kpis: ChangedKpi[];
  signals: SignalChange[];
  /** KPIs that cannot be judged, and whose figure moved. */
  unjudged: SignalChange[];
  /** Where a change is, also under a whole that reads as before. */
  parts: PartChanges[];
  figures: KpiRevisions[];
  definitions: DefinitionChange[];
  faults: Fault[];
}

/**
 * What changed since a day: the snapshot that was current at its end, as it was judged then, against another.
 * Where no snapshot is so old, the oldest kept is compared; where there is only one, nothing is, and `before` is null.
 * @param snapshot the present one
 * @param day such as "2026-09-18"; the last meeting that was entered, unless told
 */
export async function changes(p: Partnership, snapshot: Snapshot, day?: string): Promise<Changes> {
  const kept = await history(p);
  const now = looked(snapshot, p.clock.now().toISOString(), kept);
  const since = day ?? lastMeeting(now.decisions, now.on);
  const upToNow = (await listSnapshots(p)).filter(({ number }) => number <= snapshot.number);
  const { basis, before } = earlier(upToNow, since, kept, now.at);
  const told = { since, basis, before: before && named(before.snapshot), now: named(snapshot) };
  if (!before)
    return { ...told, kpis: [], signals: [], unjudged: [], parts: [], figures: [], definitions: [], faults: [] };
  return { ...told, ...(await between(p, before, now)) };
}

async function between(p: Partnership, then: Looked, now: Looked) {
  const [sides, receipts] = await Promise.all([sidesOf(p, then, now), listReceipts(p)]);
  return {
    kpis: sides.map(kpiOf),
    signals: signalChanges(sides),
    unjudged: unjudgedMoves(sides),
    parts: await partChanges(p, sides, then, now),
    figures: figuresRevised(sides, filesBetween(then.snapshot, now.snapshot, receipts)),
    definitions: definitionChanges(sides),
    faults: await faultsBetween(p, then, now, receipts),
  };
}

function kpiOf({ kpi, was, now }: KpiSides): ChangedKpi {
  const { title, unit, measure, better } = (now ?? was)!.table.header;
  return { id: kpi, title, unit, measure, better, compared: Boolean(was && now) };
}

const named = ({ number, built_at }: Snapshot): Named => ({ number, built_at });
