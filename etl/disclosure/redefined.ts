import { createHash } from 'node:crypto';
import { SafeguardingError } from '../errors.ts';
import type { Snapshot } from '../snapshots/log.ts';
import type { Working } from './earlier.ts';
import type { Relations } from './relations.ts';

/** What each released KPI counts, as a number that changes when its query does, or what its header says of counting. */
export const countedAs = (snapshot: Pick<Snapshot, 'kpis'>, kpis: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    kpis.map((kpi) => {
      const { sql, header } = snapshot.kpis[kpi]!;
      const { measure, numerator, denominator, distinct, date, unsplit } = header;
      const query = sql.replaceAll(/--.*$/gm, '').replaceAll(/\s+/g, ' ').trim();
      const text = JSON.stringify([query, measure, numerator, denominator, distinct, date, unsplit]);
      return [kpi, createHash('sha256').update(text).digest('hex').slice(0, 16)];
    }),
  );

/**
 * Refuses to release under the same name what is counted differently than in the release before: the difference of the two would publish what was
 * dropped or added, for every period at once.
 * @throws SafeguardingError (refused) unless relations.yaml says why the difference tells nothing
 */
export function assertCountedAlike(
  counted: Record<string, string>,
  before: Pick<Working, 'snapshot' | 'counted'> | undefined,
  { redefined }: Pick<Relations, 'redefined'>,
): void {
  const other = Object.keys(counted).find((kpi) => {
    const then = before?.counted?.[kpi];
    return then !== undefined && then !== counted[kpi] && redefined[kpi]?.after !== before!.snapshot;
  });
  if (other === undefined) return;
  throw new SafeguardingError(
    'refused',
    `Nothing is released: "${other}" is counted differently since the release of snapshot ${before!.snapshot}, and the difference could tell what is withheld. Give the new count an id of its own and leave "${other}" out of the policy. Where nobody can learn from the difference, say why in etl/disclosure/relations.yaml: redefined: { ${other}: { after: ${before!.snapshot}, why: ... } }`,
  );
}
