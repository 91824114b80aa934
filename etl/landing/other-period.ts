import type { Period } from '../periods.ts';
import type { Reason } from './receipt.ts';
import { Refusal } from './refusal.ts';

/** Rows of a file of events that are dated outside its period. */
export interface Others {
  rows: number;
  example_rows: number[] | null;
}

/** Below this, half of the rows may well be late ones. */
const FEW = 10;
/** Every month brings some late entries; more than this share is worth a look. */
const LATE = 0.1;

/**
 * What is said of rows of another period than the file's name says. A few are late entries, and nothing is said.
 * @throws Refusal where most are: a wrong name, or days and months the wrong way round, would empty one month and swell others
 */
export function ofOtherPeriods(accepted: number, others: Others | undefined, period: Period): Reason[] {
  if (!others || others.rows <= accepted * LATE) return [];
  if (accepted >= FEW && others.rows > accepted / 2)
    throw new Refusal(
      'events of another period',
      `The file's name says ${period.label}, and ${others.rows} of its rows are dated outside it. Usual causes: a file under the name of another period, or dates with the month before the day. Correct it and send the file again.`,
    );
  return [
    {
      rule: 'events of another period',
      column: null,
      severity: 'warn',
      rows: others.rows,
      advice:
        'The rows are kept and count on their own dates, which may be in a period that no file covers. Check the day and the month, and the name of the file.',
      example_rows: others.example_rows ?? [],
    },
  ];
}
