// What an executive should know, made by rule from the signals: the same figures always give the same lines.
import type { Extract, KpiSummary, Listed } from '../../api/shapes.ts';
import { longDate } from '../../words/dates.ts';
import { counted, whole } from '../../words/numbers.ts';
import { senseOf } from '../../words/signal.ts';

/** More would not be read; the table names them all. */
const MOST_WORSE = 3;
const MOST_LATE = 2;

/** A line that begins with words, names KPIs that lead to their pages, and ends with words. */
export interface Line {
  sense: 'worse' | 'better' | 'same' | 'target' | 'late';
  begins: string;
  kpis: readonly KpiSummary[];
  ends: string;
}

/** The lines, the worst first: at most three that are worse, all that are better, one for the rest, one for late data. */
export function whatToKnow(kpis: readonly KpiSummary[], extracts: readonly Extract[]): Line[] {
  const of = (...senses: string[]) => kpis.filter(({ signal }) => senses.includes(senseOf(signal)));
  const [worse, better] = [of('worse'), of('better')];
  const more = worse.length - MOST_WORSE;
  return [
    ...line(
      'worse',
      'Worse than usual: ',
      worse.slice(0, MOST_WORSE),
      more > 0 ? `, and ${whole(more)} more below.` : '.',
    ),
    ...line('better', 'Better than usual: ', better, '.'),
    ...line('target', 'Target not met in the latest figure: ', kpis.filter(missesTarget), '.'),
    ...rest(worse.length + better.length > 0, of('higher', 'lower').length, of('same').length, of('unknown').length),
    ...late(extracts),
  ];
}

/** Whether the figure itself is on the wrong side of its target: that needs no limits. */
function missesTarget({ latest, target, better }: KpiSummary): boolean {
  if (!target || !latest || latest.value === null) return false;
  return better === 'higher' ? latest.value < target.value : better === 'lower' && latest.value > target.value;
}

const line = (sense: Line['sense'], begins: string, kpis: readonly KpiSummary[], ends: string): Line[] =>
  kpis.length > 0 ? [{ sense, begins, kpis, ends }] : [];

function rest(anyBefore: boolean, changed: number, same: number, unjudged: number): Line[] {
  const parts = [
    ...(anyBefore ? [] : ['No KPI is better or worse than usual']),
    ...(same > 0 ? [`${counted(same, 'KPI shows', 'KPIs show')} no real change`] : []),
    ...(changed > 0 ? [`${whole(changed)} changed with no good or bad direction`] : []),
    ...(unjudged > 0 ? [`${whole(unjudged)} cannot be judged`] : []),
  ];
  return parts.length === 0 ? [] : [{ sense: 'same', begins: `${parts.join('; ')}.`, kpis: [], ends: '' }];
}

/** What is late: named where it is little, counted by agency where it is much; the line on freshness names it all. */
function late(extracts: readonly Extract[]): Line[] {
  const behind = extracts.filter(({ state }) => state === 'late');
  if (behind.length === 0) return [];
  const named = behind.map((e) => `${e.title} (${e.agency_title})`).join('; ');
  const agencies = [...new Set(behind.map((e) => e.agency_title))].join(', ');
  const what = behind.length <= MOST_LATE ? named : `${whole(behind.length)} extracts of ${agencies}`;
  return [{ sense: 'late', begins: `Late: ${what}.`, kpis: [], ends: '' }];
}

type Action = NonNullable<Listed['decision']> & { kind: 'action' };

export interface BoardNotes {
  /** The day of the last meeting; undefined where none was entered. */
  lastMet: string | undefined;
  comment: { text: string; owner: string; on: string } | undefined;
  /** The open ones, by the day that they are due. */
  actions: Action[];
  overdue: number;
}

/** Decisions that hold and are of today or before. */
const standingOf = (listed: readonly Listed[], today: string) =>
  listed.flatMap(({ holds, decision }) => (holds && decision && decision.on <= today ? [decision] : []));

/** The days of the meetings that were held, newest first. */
export const meetingsHeld = (listed: readonly Listed[], today: string): string[] => [
  ...new Set(
    standingOf(listed, today)
      .flatMap(({ kind, on }) => (kind === 'meeting' ? [on] : []))
      .toSorted()
      .reverse(),
  ),
];

/** What the board has noted, as of a day. */
export function boardNotes(listed: readonly Listed[], today: string): BoardNotes {
  const standing = standingOf(listed, today);
  const latest = <D extends { on: string }>(all: D[]) => all.toSorted((a, b) => a.on.localeCompare(b.on)).at(-1);
  const comment = latest(standing.filter((d) => d.kind === 'comment').filter(({ kpi }) => kpi === null));
  const open = standing.filter((d) => d.kind === 'action').filter(({ done_on }) => done_on === null);
  return {
    lastMet: meetingsHeld(listed, today)[0],
    comment: comment && { text: comment.text, owner: comment.owner, on: comment.on },
    actions: open.toSorted((a, b) => a.due.localeCompare(b.due)),
    overdue: open.filter(({ due }) => due < today).length,
  };
}

/** "2 actions open, 1 overdue". */
export const actionsInWords = ({ actions, overdue }: Pick<BoardNotes, 'actions' | 'overdue'>): string =>
  `${counted(actions.length, 'action')} open${overdue > 0 ? `, ${whole(overdue)} overdue` : ''}`;

/** "Quality Assurance Group, 16 October 2026". */
export const bylineOf = ({ owner, on }: { owner: string; on: string }): string => `${owner}, ${longDate(on)}`;
