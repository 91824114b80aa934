// Receive, check, pseudonymise: a file in, a receipt out.
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { SafeguardingError } from '../errors.ts';
import type { Session } from '../engines/engine.ts';
import type { Partnership } from '../partnership.ts';
import type { Period } from '../periods.ts';
import { checkRows, type Verdict } from './check.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { keepReceipt, keys, readReceipt, type Receipt } from './receipt.ts';
import { loadReferences } from './references.ts';
import { Refusal } from './refusal.ts';
import { writeIdentities, writeStaged } from './stage.ts';
import { assertKnown, contractFor, identify, type Submission } from './submission.ts';

export type Progress = (done: number, total: number, what: string) => void;
export interface LandOptions {
  extract?: string;
  period?: string;
  onProgress?: Progress;
  /** Called for each file of a folder that no contract knows and that is therefore left where it is. */
  onLeftAlone?: (path: string) => void;
}

/**
 * Lands files, and of folders all files that a contract knows by their name or by the folder they are in. A file that was landed before gets its receipt again, as `duplicate`, and changes nothing.
 * @returns a receipt for each file, in the order of their paths
 * @throws SafeguardingError when a path is not there or an option names nothing
 */
export async function land(p: Partnership, paths: string[], options: LandOptions = {}): Promise<Receipt[]> {
  const files = await filesOf(p, paths, options);
  const receipts: Receipt[] = [];
  const arrivals = arrivalTimes(p, files.length);
  let [next, done] = [0, 0];
  const worker = async () => {
    while (next < files.length) {
      const i = next++;
      receipts[i] = await landFile(p, files[i]!.path, arrivals[i]!, { ...options, extract: files[i]!.extract });
      options.onProgress?.(++done, files.length, 'landing files');
    }
  };
  options.onProgress?.(0, files.length, 'landing files');
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, worker));
  return receipts;
}

/** A time for each file in the order of their paths, so that the later of two files for one period is the one that counts. */
function arrivalTimes(p: Partnership, files: number): string[] {
  const now = p.clock.now().getTime();
  return Array.from({ length: files }, (_, i) => new Date(now + i).toISOString());
}

/** The verdict that landing would give, with nothing kept. */
export async function check(p: Partnership, path: string, options: LandOptions = {}): Promise<Receipt> {
  const { bytes, submission } = await receive(p, path, options);
  const { receipt } = await judge(p, submission, bytes, p.clock.now().toISOString(), async () => {});
  return receipt;
}

async function receive(p: Partnership, path: string, options: LandOptions): Promise<{ bytes: Uint8Array; submission: Submission }> {
  const bytes = await readFile(path).catch(() => {
    throw new SafeguardingError('usage', `"${path}" cannot be read. Expected a file.`);
  });
  return { bytes, submission: identify(p, path, bytes, options) };
}

async function landFile(p: Partnership, path: string, receivedAt: string, options: LandOptions): Promise<Receipt> {
  const { bytes, submission } = await receive(p, path, options);
  const before = await readReceipt(p, submission.id);
  if (before) return { ...before, outcome: 'duplicate' };

  const extract = submission.contract?.id ?? 'unknown';
  await p.store.putIfAbsent(keys.content(extract, submission.id), bytes);
  await p.store.putIfAbsent(keys.submission(extract, submission.id), JSON.stringify({ name: basename(path), received_at: receivedAt }));
  const { receipt, verdict } = await judge(p, submission, bytes, receivedAt, async (session, folder) => {
    await loadReferences(session, submission.contract!, p.mac);
    await writeIdentities(session, submission.contract!, join(folder, 'identities'));
    await writeStaged(session, submission.contract!, p.config.age_bands, submission.id, join(folder, 'staged'));
    await p.store.putFile(keys.identities(extract, submission.id), join(folder, 'identities'));
    await p.store.putFile(keys.staged(extract, submission.id), join(folder, 'staged'));
  });
  const kept = await keepReceipt(p.store, receipt, verdict?.rejects ?? []);
  return kept ? receipt : { ...(await readReceipt(p, submission.id))!, outcome: 'duplicate' };
}

type Keep = (session: Session, folder: string) => Promise<void>;

async function judge(p: Partnership, submission: Submission, bytes: Uint8Array, receivedAt: string, keep: Keep): Promise<{ receipt: Receipt; verdict: Verdict | null }> {
  const folder = await mkdtemp(join(tmpdir(), 'safeguarding-'));
  const session = await p.engine.session();
  try {
    const { contract, period: named } = assertKnown(p, submission);
    const read = contract.format === 'csv' ? readCsv : readXlsx;
    const table = await read(contract, bytes, join(folder, randomUUID()));
    if (table.position && table.position !== named.label)
      throw new Refusal('two position dates', `The workbook says another position date than its name. Make them the same and send it again.`);
    const verdict = await checkRows(p, session, contract, table, named);
    if (table.readAs) verdict.reasons.push(otherEncoding(table.readAs, contract.encoding));
    if (verdict.rows > 0 && verdict.accepted === 0) return { receipt: receiptOf(submission, receivedAt, named, 'refused', verdict), verdict };
    await keep(session, folder);
    return { receipt: receiptOf(submission, receivedAt, named, verdict.rejected > 0 ? 'accepted with rejects' : 'accepted', verdict), verdict };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { receipt: { ...receiptOf(submission, receivedAt, submission.period, 'refused'), reasons: [error.reason] }, verdict: null };
  } finally {
    session.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const otherEncoding = (was: string, expected: string) => ({
  rule: 'other encoding',
  column: null,
  severity: 'warn' as const,
  rows: 0,
  advice: `The contract says ${expected}; the file is ${was} and was read as such. Names are right, but tell the partnership if this is a lasting change.`,
  example_rows: [],
});

function receiptOf(s: Submission, receivedAt: string, period: Period | null, outcome: Receipt['outcome'], verdict?: Verdict): Receipt {
  const { rows, accepted, rejected, repeated, warned, reasons } = verdict ?? { rows: 0, accepted: 0, rejected: 0, repeated: 0, warned: 0, reasons: [] };
  return {
    id: s.id,
    extract: s.contract?.id ?? null,
    agency: s.contract?.agency ?? null,
    file: s.file,
    period: period?.label ?? null,
    covers: outcome === 'refused' ? null : period,
    version: s.version,
    received_at: receivedAt,
    outcome,
    rows,
    accepted,
    rejected,
    repeated,
    warned,
    reasons,
  };
}

/** The files to land, each with the extract that the caller or its folder says it is. */
async function filesOf(p: Partnership, paths: string[], options: LandOptions): Promise<{ path: string; extract?: string }[]> {
  const found: { path: string; extract?: string }[] = [];
  for (const path of paths) {
    const info = await stat(path).catch(() => {
      throw new SafeguardingError('usage', `"${path}" is not there. Expected a file or a folder.`);
    });
    if (!info.isDirectory()) {
      found.push({ path, extract: options.extract });
      continue;
    }
    for (const inside of await filesBelow(path)) {
      const extract = options.extract ?? p.contracts.find((c) => c.id === basename(dirname(inside)))?.id;
      if (extract || contractFor(p, basename(inside))) found.push({ path: inside, extract });
      else options.onLeftAlone?.(inside);
    }
  }
  return found;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((e) => e.isFile() && !e.name.startsWith('.')).map((e) => join(e.parentPath, e.name)).sort();
}
