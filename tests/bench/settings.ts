import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export interface Settings {
  scratch: string;
  /** Rows of one large file, each in its turn. */
  rows: number[];
  /** Facts behind the KPI that is asked. */
  facts: number;
  /** The months that they came in, a file each. */
  months: number;
  /** Questions put to each KPI. */
  requests: number;
  /** Days of history, each in its turn, and notices a day. */
  history: number[];
  rowsADay: number;
  /** Visits to each page. */
  visits: number;
  /** Children of the demo. */
  children: number;
  /** Financial years of the demo; as many as it has by itself unless told. */
  years?: string;
}

/** Gives work a folder that is gone afterwards. */
export async function inFolder<T>(scratch: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(scratch, 'part-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
