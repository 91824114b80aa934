import { join } from 'node:path';
import type { Contract } from '../contract.ts';
import type { Session } from '../engines/engine.ts';
import type { Partnership } from '../partnership.ts';
import type { Period } from '../periods.ts';
import { checkRows, type Verdict, writeRejects } from './check.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import type { Reason, Receipt } from './receipt.ts';
import { Refusal } from './refusal.ts';
import { assertKnown, type Received, type Submission } from './submission.ts';

/** What is done with what was found in a file. The folder is for files on their way. */
export interface Keep {
  /** The rows of a sound file are in the session's view `accepted`. */
  accepted(session: Session, contract: Contract, folder: string): Promise<void>;
  /** The rejected rows, by number and reason, are in the file. */
  rejects(path: string): Promise<void>;
}

/**
 * Reads a file and checks it against its contract. A file that cannot be taken is a refused receipt, never an error.
 * @param folder for what is made on the way
 * @param keep what is done with the rows; nothing unless told
 */
export async function judge(
  p: Partnership,
  submission: Submission,
  content: Received,
  receivedAt: string,
  folder: string,
  keep?: Keep,
): Promise<Receipt> {
  const session = await p.engine.session();
  try {
    const { period, verdict } = await takeRows(p, session, submission, content, folder, keep);
    return receiptOf(submission, receivedAt, period, verdict);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refusedReceipt(submission, receivedAt, error.reason);
  } finally {
    session.close();
  }
}

async function takeRows(
  p: Partnership,
  session: Session,
  submission: Submission,
  content: Received,
  folder: string,
  keep?: Keep,
): Promise<{ period: Period; verdict: Verdict }> {
  const { contract, period } = assertKnown(p, submission);
  const read = contract.format === 'csv' ? readCsv : readXlsx;
  const table = await read(contract, content, join(folder, 'rows.csv'));
  if (table.position && table.position !== period.label)
    throw new Refusal(
      'two position dates',
      'The workbook says another position date than its name. Make them the same and send it again.',
    );
  const verdict = await checkRows(p, session, contract, table, period, folder);
  if (table.readAs) verdict.reasons.push(otherEncoding(table.readAs, contract.encoding));
  if (keep && !allBad(verdict)) await keep.accepted(session, contract, folder);
  if (keep && verdict.rejected > 0) await keep.rejects(await writeRejects(session, folder));
  return { period, verdict };
}

const allBad = ({ rows, accepted }: Verdict) => rows > 0 && accepted === 0;

const otherEncoding = (was: string, expected: string): Reason => ({
  rule: 'other encoding',
  column: null,
  severity: 'warn',
  rows: 0,
  advice: `The contract says ${expected}; the file is ${was} and was read as such. Names are right, but tell the partnership if this is a lasting change.`,
  example_rows: [],
});

const about = (s: Submission, receivedAt: string) => ({
  id: s.id,
  sha256: s.sha256,
  extract: s.contract?.id ?? null,
  agency: s.contract?.agency ?? null,
  file: s.file,
  version: s.version,
  received_at: receivedAt,
});

const refusedReceipt = (s: Submission, receivedAt: string, reason: Reason): Receipt => ({
  ...about(s, receivedAt),
  period: s.period?.label ?? null,
  covers: null,
  outcome: 'refused',
  rows: 0,
  accepted: 0,
  rejected: 0,
  repeated: 0,
  warned: 0,
  reasons: [reason],
});

function receiptOf(s: Submission, receivedAt: string, period: Period, verdict: Verdict): Receipt {
  const refused = allBad(verdict);
  return {
    ...about(s, receivedAt),
    period: period.label,
    covers: refused ? null : period,
    outcome: refused ? 'refused' : verdict.rejected > 0 ? 'accepted with rejects' : 'accepted',
    ...verdict,
  };
}
