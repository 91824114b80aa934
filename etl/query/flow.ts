import { ident, text } from '../engines/engine.ts';
import { SafeguardingError } from '../errors.ts';
import { readSql } from '../files.ts';
import type { Partnership } from '../partnership.ts';
import type { Snapshot } from '../snapshots/log.ts';
import { coveredRange } from './covered.ts';
import { overTables } from './over-tables.ts';
import { assertAsked, kpiOf, windowOf } from './request.ts';
import { type Marked, markOf } from './sensitive.ts';

/** The KPI whose splits, start and files hold for the flow as well. */
const KPI = 'ppn-triage-outcome';

export interface FlowRequest {
  /** A split of the notices; what they are first told by. */
  by?: string;
  where?: Record<string, string[]>;
  /** Dates or periods in which the notices were written. */
  from?: string;
  to?: string;
}

/** A step that the same notices took or did not. `open`: not yet, and it may still come. */
export interface FlowStep extends Marked {
  id: string;
  title: string;
  count: number;
  open: number;
}

export interface Flow {
  from: string;
  to: string;
  by: string;
  steps: FlowStep[];
  /** From a label of `by` to an outcome; adds up to the first step. */
  flows: ({ from: string; to: string; count: number } & Marked)[];
  /** Those not yet triaged on the last day that files of notices cover, by days since the notice. */
  waiting: Waiting;
}

export interface Waiting extends Marked {
  /** The day by which they have waited. */
  on: string;
  week: number;
  month: number;
  longer: number;
  /** Of all of them, by the label of `by`. */
  by: ({ label: string; count: number } & Marked)[];
}

interface Found {
  label: string;
  outcome: string;
  received: number;
  triaged: number;
  waits_week: number;
  waits_month: number;
  waits_longer: number;
  sent_on: number;
  contacts: number;
  contacts_open: number;
  referrals: number;
  referrals_open: number;
}

/**
 * What became of the children on the notices written in some days: the same notices at every step, and from kind to outcome.
 * @throws SafeguardingError (usage) for a split, a value or a period that is none, (not-found) for a snapshot without notices
 */
export async function flow(p: Partnership, snapshot: Snapshot, request: FlowRequest): Promise<Flow> {
  const kpi = kpiOf(snapshot, KPI);
  const { by = 'risk', where = {} } = request;
  assertAsked({ kpi: KPI, grain: 'all', by: [by], where }, kpi);
  if (by === 'outcome' || where.outcome)
    throw new SafeguardingError('usage', 'The flow ends in "outcome". Expected it neither as "by" nor as a filter.');
  const covered = coveredRange(kpi.header, snapshot.coverage);
  if (!covered) throw new SafeguardingError('not-found', 'No notices since triage began have been received yet.');
  const asked = windowOf(request);
  const from = asked.from && asked.from > covered.from ? asked.from : covered.from;
  const to = asked.to && asked.to < covered.to ? asked.to : covered.to;
  const last = (extract: string) =>
    snapshot.coverage[extract]
      ?.map((days) => days.to)
      .sort()
      .at(-1) ?? '0001-01-01';
  const rows = await overTables(p, snapshot, ['ppn', 'contact', 'referral'], (session) =>
    session.rows<Found>(sqlOf(by, where), [
      from,
      to,
      last('council-contacts'),
      last('council-referrals'),
      last('police-ppn'),
    ]),
  );
  const flows = rows.map(({ label, outcome, received }) => ({
    from: label,
    to: outcome,
    count: received,
    ...markOf(received),
  }));
  return { from, to, by, steps: stepsOf(rows), flows, waiting: waitingOf(rows, last('police-ppn')) };
}

function sqlOf(by: string, where: Record<string, string[]>): string {
  const kept = Object.entries(where).map(
    ([split, values]) => `coalesce(${ident(split)}, 'Not known') in (${values.map(text).join(', ')})`,
  );
  return readSql(import.meta.url, './flow.sql')
    .replaceAll('$filter', () => ['true', ...kept].join(' and '))
    .replaceAll('$by', () => `n.${ident(by)}`);
}

function waitingOf(rows: readonly Found[], on: string): Waiting {
  const sum = (column: 'waits_week' | 'waits_month' | 'waits_longer') => rows.reduce((n, row) => n + row[column], 0);
  const labels = [...new Set(rows.map(({ label }) => label))];
  const by = labels.map((label) => {
    const own = rows.filter((row) => row.label === label);
    const count = own.reduce((n, row) => n + row.received - row.triaged, 0);
    return { label, count, ...markOf(count) };
  });
  const [week, month, longer] = [sum('waits_week'), sum('waits_month'), sum('waits_longer')];
  return {
    on,
    week,
    month,
    longer,
    ...markOf(week, month, longer),
    by: by.filter(({ count }) => count > 0),
  };
}

function stepsOf(rows: readonly Found[]): FlowStep[] {
  const sum = (column: Exclude<keyof Found, 'label' | 'outcome'>) => rows.reduce((n, row) => n + row[column], 0);
  const step = (id: string, title: string, count: number, open = 0): FlowStep => ({
    id,
    title,
    count,
    open,
    ...markOf(count, open),
  });
  return [
    step('received', 'Received', sum('received')),
    step('triaged', 'Triaged', sum('triaged'), sum('received') - sum('triaged')),
    step('sent-on', 'Directly referred', sum('sent_on')),
    step('contact', 'Contact at the front door within 30 days', sum('contacts'), sum('contacts_open')),
    step('referral', 'Referral to social care within 30 days', sum('referrals'), sum('referrals_open')),
  ];
}
