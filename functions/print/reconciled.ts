import type { Reconciled } from '../../etl/reconcile/reconcile.ts';

/** What a reconciliation did, in plain words; counts alone. */
export function reconciledLine({ landed, failed, snapshot, built, collected }: Reconciled): string {
  const parts = [
    landed > 0 && `landed that had no receipt: ${landed}`,
    failed > 0 && `could not be landed and stay as they are: ${failed}`,
    built && `published: snapshot ${snapshot}`,
    collected > 0 && `removed, since nothing names it: ${collected}`,
  ].filter((part) => part !== false);
  return parts.length > 0
    ? `Reconciled. ${parts.join('; ')}.`
    : `Nothing to reconcile: snapshot ${snapshot} is up to date.`;
}
