import type { Funnel, Measured } from '../api/shapes.ts';
import { lower } from './letters.ts';
import { valueText } from './numbers.ts';

type Place = Funnel['places'][number];
const DIFFERS: Place['significance'][] = ['High (0.001)', 'Low (0.001)'];

/** What a comparison says: which differ beyond chance, or that none does. */
export function funnelInWords(
  { places, average, because }: Pick<Funnel, 'places' | 'average' | 'because'>,
  kpi: Measured,
): string {
  if (because !== null || average === null) return because ?? '';
  const differ = places.filter(({ significance }) => DIFFERS.includes(significance));
  if (differ.length === 0)
    return `None differs from the average of ${valueText(average, kpi)} by more than chance would explain.`;
  const told = differ.map(
    ({ label, value, numerator, denominator, words }) =>
      `${label} is ${lower(words)}, at ${valueText(value, kpi)} (${numerator} of ${denominator})`,
  );
  return `${told.join('; ')}. The average of all is ${valueText(average, kpi)}.`;
}
