import { SafeguardingError } from '../errors.ts';

/** That a process is another one from a day on, so that its limits begin anew: agreed by someone, for a reason, and never by the program. */
export interface Rebase {
  /** The first day of the changed process, as an ISO date. */
  from: string;
  reason: string;
  decided_by: string;
  decided_on: string;
}

/** What a KPI should reach, in its unit. */
export interface Target {
  from: string;
  /** The last day on which it holds; until the next one where it is not said. */
  to?: string | null;
  value: number;
  owner: string;
  source: string;
}

/** Something that happened and may explain a figure. */
export interface PartnershipEvent {
  on: string;
  title: string;
  owner: string;
}

/** What people have decided or noted about a KPI. */
export interface Decisions {
  rebases: readonly Rebase[];
  targets: readonly Target[];
  events: readonly PartnershipEvent[];
}

const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** @throws SafeguardingError (usage) for a rebase that is not dated, not signed or gives no reason */
export function assertSigned(rebases: readonly Rebase[]): void {
  for (const { from, reason, decided_by, decided_on } of rebases)
    if (!isDate(from) || !isDate(decided_on) || !reason.trim() || !decided_by.trim())
      throw new SafeguardingError(
        'usage',
        'Limits begin anew only by a decision that says from which day, why, who decided it and when. One of these is missing.',
      );
}

/** The target that holds on a day: the latest to have begun. */
export const targetOn = (targets: readonly Target[], day: string): Target | null =>
  targets
    .filter(({ from, to }) => from <= day && (to == null || to >= day))
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .at(-1) ?? null;
