import type { Receipt } from '../../landing/receipt.ts';
import { addMonths } from '../../periods.ts';
import type { Snapshot } from '../../snapshots/log.ts';
import type { SeriesRow } from '../series.ts';
import { countsOtherwise } from './definitions.ts';
import type { KpiSides } from './sides.ts';

/** What may have made a figure another one, as far as two snapshots tell. */
export interface Why {
  kind: 'definition changed' | 'correction' | 'late records' | 're-linked' | 'not known';
  /** Whose file it was. */
  extract: string | null;
}

/** The files that count in one snapshot and not in the other. */
export interface Files {
  came: Receipt[];
  went: Receipt[];
  /** Whether children were linked otherwise. */
  relinked: boolean;
}

/** What came and what went between two snapshots. */
export function filesBetween(then: Snapshot, now: Snapshot, receipts: readonly Receipt[]): Files {
  const [before, after] = [new Set(then.submissions), new Set(now.submissions)];
  return {
    came: receipts.filter(({ id }) => after.has(id) && !before.has(id)),
    went: receipts.filter(({ id }) => before.has(id) && !after.has(id)),
    relinked: then.children?.made !== now.children?.made,
  };
}

/**
 * Why a month's figure may be another one. A file sent again for a period that had ended is a correction; other files about days that
 * the figure looks at are late records. Links between children are named only where nothing else explains it: they change with every file.
 */
export function whyOf({ was, now }: KpiSides, { from, to }: Pick<SeriesRow, 'from' | 'to'>, files: Files): Why[] {
  const { header } = now!.table;
  const first = addMonths(from, -header.look_back);
  const last = addMonths(to, header.complete_after);
  const touches = ({ extract, covers }: Receipt) =>
    header.covered_by.includes(extract!) && covers!.from <= last && covers!.to >= first;
  const found: Why[] = [
    ...(countsOtherwise(was!.table, now!.table) ? [{ kind: 'definition changed' as const, extract: null }] : []),
    ...[...files.came, ...files.went.filter((gone) => !files.came.some((file) => replaces(file, gone)))]
      .filter(touches)
      .map((file) => ({ kind: kindOf(file, files), extract: file.extract })),
  ];
  if (found.length > 0) return unique(found);
  return [{ kind: files.relinked ? 're-linked' : 'not known', extract: null }];
}

function kindOf(file: Receipt, { came, went }: Files): 'correction' | 'late records' {
  if (!came.includes(file)) return 'correction';
  const before = went.find((gone) => replaces(file, gone));
  return before && before.received_at.slice(0, 10) > before.covers!.to ? 'correction' : 'late records';
}

const replaces = (file: Receipt, gone: Receipt) => file.extract === gone.extract && file.period === gone.period;

const unique = (all: Why[]) =>
  all.filter((one, i) => all.findIndex(({ kind, extract }) => kind === one.kind && extract === one.extract) === i);
