// Where a change is, in words by rule.
import type { UnusualParts } from '../api/shapes.ts';
import { monthName } from './dates.ts';
import { lower } from './letters.ts';
import { whole } from './numbers.ts';
import { type Sense, senseOf } from './signal.ts';

type Parts = UnusualParts['parts'][number];
type Part = Parts['unusual'][number];

const ORDER: readonly Sense[] = ['worse', 'higher', 'better', 'lower'];

/** The gravest sense among the parts of some KPIs; 'same' where none is unusual. */
export const gravest = (parts: readonly Parts[]): Sense =>
  ORDER.find((sense) => parts.some(({ unusual }) => unusual.some(({ signal }) => senseOf(signal) === sense))) ?? 'same';

/** "higher in Burslem since March 2026, lower in Fenton and Longton since April 2026". */
export function partsInWords({ unusual }: Pick<Parts, 'unusual'>): string {
  const bySense = ORDER.flatMap((sense) => {
    const found = unusual.filter(({ signal }) => senseOf(signal) === sense);
    return found.length > 0 ? [`${sense} ${listed(found)}`] : [];
  });
  return bySense.join(', ');
}

/** "in Burslem since March 2026, in Fenton and Hanley since April 2026". */
function listed(parts: readonly Part[]): string {
  const months = [...new Set(parts.map(({ since }) => since))].toSorted();
  return months
    .map((month) => {
      const values = parts.filter(({ since }) => since === month).map(({ value }) => value);
      return `in ${and(values)} since ${monthName(month)}`;
    })
    .join(', ');
}

const and = (values: readonly string[]) =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} and ${values.at(-1)}`;

/** How much was looked at: "64 series by town looked at; some stand out by chance." */
export const lookedAt = (parts: readonly Pick<Parts, 'judged' | 'by'>[]): string => {
  const series = parts.reduce((all, { judged }) => all + judged, 0);
  return `${whole(series)} series by ${and([...new Set(parts.map(({ by }) => lower(by.title)))])} looked at: a few stand out by chance.`;
};
