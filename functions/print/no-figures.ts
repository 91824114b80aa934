import type { KpiTable, Snapshot } from '../../etl/snapshots/log.ts';

/** Why a KPI has no figures for what was asked, and what would give some. */
export function noFigures(snapshot: Snapshot, { header, covered, splits }: KpiTable, by: string[]): string {
  const needed = header.covered_by.join(', ');
  const missing = header.covered_by.filter((extract) => !snapshot.coverage[extract]?.length);
  const blank = by.filter((split) => splits[split]?.length === 0);
  if (missing.length > 0)
    return `There are no figures: this KPI needs ${needed}, and no file that counts has come of ${missing.join(', ')}. Land some and build.`;
  if (!covered) {
    const since = header.starts ? ` from ${header.starts} on` : '';
    return `There are no figures: this KPI needs ${needed}, whose files have no day in common${since}. Land some that have, and build.`;
  }
  if (blank.length > 0) return `There are no figures: no record has a value of ${blank.join(', ')}.`;
  return `There are no figures: nothing from ${covered.from} to ${covered.to}, the days covered, is in what was asked. Ask for other days with --from and --to.`;
}
