// What changed since a meeting, in words.
import type { Changes } from '../api/shapes.ts';
import { dayAndTime, longDate, monthName, periodName } from './dates.ts';
import { lower } from './letters.ts';
import { changeText, counted, partOf, valueInWords, whole } from './numbers.ts';
import { ruleName } from './rules.ts';
import { targetText } from './signal.ts';

export type ChangedKpi = Changes['kpis'][number];
export type Revisions = Changes['figures'][number];
export type Revision = Revisions['revised'][number];
type Said = Changes['signals'][number]['now'];
type Fault = Changes['faults'][number];
type Titles = ReadonlyMap<string, string>;

/** Which two states are compared, or why there is nothing to compare. */
export function basisInWords({ basis, since, before, now }: Changes): string {
  if (!before)
    return `There is one snapshot only, built ${dayAndTime(now.built_at)}, and nothing to compare it with. Once another is published, what changed shows here.`;
  const oldest = `the oldest snapshot kept: number ${before.number}, built ${dayAndTime(before.built_at)}`;
  if (basis === 'no day') return `No meeting has been entered. Compared with ${oldest}.`;
  if (basis === 'oldest kept') return `No snapshot is as old as ${longDate(since!)}. Compared with ${oldest}.`;
  if (before.number === now.number)
    return `No figures were published since ${longDate(since!)}. Only decisions, and what became late, can have changed.`;
  return `Compared with the end of ${longDate(since!)}: snapshot ${before.number}, built ${dayAndTime(before.built_at)}, and the targets and rebases that held then.`;
}

/** How much changed, in one sentence: "2 signals changed; 1 town or other part changed; no figure moved that cannot be judged; figures of 3 KPIs were revised; no definition changed; 1 data fault opened and 2 closed." */
export function changesInShort({ signals, parts, unjudged, figures, definitions, faults }: Changes): string {
  const opened = faults.filter(({ change }) => change === 'opened').length;
  const none = (n: number, words: string, otherwise: string) => (n === 0 ? otherwise : words);
  const places = parts.reduce((all, { changed }) => all + changed.length, 0);
  return `${[
    none(signals.length, `${counted(signals.length, 'signal')} changed`, 'No signal changed'),
    none(
      places,
      `${counted(places, 'town or other part', 'towns or other parts')} changed`,
      'no town or other part changed',
    ),
    none(
      unjudged.length,
      `${counted(unjudged.length, 'figure')} moved that cannot be judged`,
      'no figure moved that cannot be judged',
    ),
    none(
      figures.length,
      `figures of ${counted(figures.length, 'KPI was revised', 'KPIs were revised')}`,
      'no figure was revised',
    ),
    none(definitions.length, `${counted(definitions.length, 'definition')} changed`, 'no definition changed'),
    none(
      faults.length,
      `${counted(opened, 'data fault')} opened and ${whole(faults.length - opened)} closed`,
      'no data fault opened or closed',
    ),
  ].join('; ')}.`;
}

/** What was said of a KPI: "No real change. 213 children in August 2026. Will not meet the target of 60.0%." */
export function saidInWords(said: Said, kpi: ChangedKpi): string {
  if (!said) return 'There was no such KPI';
  const { latest, signal, target } = said;
  const part = latest && partOf(latest, kpi);
  const figure = latest
    ? `${valueInWords(latest.value, kpi)}${part ? ` (${part})` : ''} in ${periodName(latest)}.`
    : 'No figure yet.';
  if (!target) return figure;
  const against = signal.target_words ? `${signal.target_words} of` : 'Target:';
  return `${figure} ${against} ${targetText(target, kpi)}.`;
}

/** How far the latest figure is from the one of then: "Up 2.8 points". */
export const moveInWords = ({ was, now }: Changes['unjudged'][number], kpi: ChangedKpi): string =>
  changeText(now!.latest!.value!, was!.latest!.value!, kpi);

/** The month that the signal speaks of, where it is not that of the figure: late records may still change that one. */
export const signalMonth = ({ latest, signal }: NonNullable<Said>): string | undefined =>
  signal.variation !== null && signal.period !== null && signal.period !== latest?.period
    ? monthName(`${signal.period}-01`)
    : undefined;

/** "47 of 51 months were revised, by at most 3 (1%)": the move is told as it is, up or down. */
export function revisedInWords({ compared, revised }: Revisions, kpi: ChangedKpi): string {
  const moved = ({ was, now }: Revision) => Math.abs((now.value ?? 0) - (was.value ?? 0));
  const most = revised.toSorted((a, b) => moved(b) - moved(a))[0]!;
  return `${whole(revised.length)} of ${counted(compared, 'month')}; most in ${periodName(most)}: ${lower(revisionMove(most, kpi))}`;
}

/** The difference between the two figures of a month. Of a share that reads the same, its parts are others. */
export function revisionMove({ was, now }: Revision, kpi: ChangedKpi): string {
  if (was.value === null || now.value === null) return 'Not compared';
  const moved = changeText(now.value, was.value, kpi);
  return moved === 'No change' ? 'Less than 0.1' : moved;
}

const KINDS: Record<Revision['why'][number]['kind'], string> = {
  'definition changed': 'The KPI is counted otherwise',
  correction: 'File sent again',
  'late records': 'Late records',
  're-linked': 'Children were linked otherwise',
  'not known': 'Not known from what is kept',
};

/** "File sent again: Missing episodes". */
export const whyInWords = (why: Revision['why'], titles: Titles): string =>
  why.map(({ kind, extract }) => KINDS[kind] + (extract ? `: ${titles.get(extract) ?? extract}` : '')).join('; ');

const CHANGES: Record<Changes['definitions'][number]['change'], string> = {
  added: 'New',
  removed: 'No longer counted',
  changed: 'Changed',
};

/** "Changed: query, denominator". */
export const definitionInWords = ({ change, parts }: Changes['definitions'][number]): string =>
  CHANGES[change] + (parts.length > 0 ? `: ${parts.join(', ').replaceAll('_', ' ')}` : '');

/** What is wrong, or was: "File due 10 October 2026 has not come", "Rule \"unknown code\" of column Outcome: 3 rows". */
export function faultInWords({ change, kind, on, file, rule, column, rows }: Fault): string {
  if (kind === 'late')
    return change === 'opened' ? `The file due ${longDate(on!)} has not come` : 'A file that was awaited has come';
  if (kind === 'refused') return `File refused on ${longDate(on!)}: ${file}`;
  const broken = `${ruleName(rule!)}${column ? `, ${column}` : ''}`;
  return change === 'opened'
    ? `Rows break a rule for the first time: ${broken} (${counted(rows!, 'row')})`
    : `No row breaks a rule any more: ${broken} (${counted(rows!, 'row')} did)`;
}
