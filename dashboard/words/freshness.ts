import type { Extract } from '../api/shapes.ts';
import { longDate } from './dates.ts';

/** Whether its next file is overdue. */
export const STATES: Record<Extract['state'], string> = {
  'up to date': 'Up to date',
  late: 'Late',
  'never received': 'Never received',
};

/** The last day that an extract holds, or null. A term's file covers the whole term, yet holds nothing past the day it came. */
export function dataUpTo({ covered, last_received }: Pick<Extract, 'covered' | 'last_received'>): string | null {
  if (!covered || !last_received) return null;
  const came = last_received.slice(0, 10);
  return covered.to < came ? covered.to : came;
}

export interface AgencyFreshness {
  agency: string;
  /** Each day that some extract reaches, newest first, with the extracts that stop there. `null`: never received. */
  days: { day: string | null; extracts: string[] }[];
  late: string[];
}

/** How far each agency's data reach, in the order in which the API names the agencies. */
export function freshness(extracts: readonly Extract[]): AgencyFreshness[] {
  return [...new Set(extracts.map((extract) => extract.agency_title))].map((agency) => {
    const own = extracts.filter((extract) => extract.agency_title === agency);
    const days = [...new Set(own.map(dataUpTo))].toSorted((a, b) => (b ?? '').localeCompare(a ?? ''));
    return {
      agency,
      days: days.map((day) => ({
        day,
        extracts: own.filter((extract) => dataUpTo(extract) === day).map((extract) => extract.title),
      })),
      late: own.filter((extract) => extract.state === 'late').map((extract) => extract.title),
    };
  });
}

/** "21 November 2026; 30 September 2026 for Child protection plans". */
export const freshnessInWords = ({ days }: AgencyFreshness): string =>
  days
    .map(({ day, extracts }, i) => {
      const when = day ? longDate(day) : 'nothing received yet';
      return i === 0 && day ? when : `${when} for ${extracts.join(' and ')}`;
    })
    .join('; ');
