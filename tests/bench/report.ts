import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { version } from '@duckdb/node-api';
import { textTable } from '../../functions/print/text-table.ts';

/** One line of the report. */
export interface Line {
  /** What was done, such as "land 1,000,000 rows". */
  what: string;
  /** What it took, with its unit. */
  took: string;
  /** What the bare engine, or a bare page, took, where there is something to compare. */
  bare?: string;
  ratio?: number;
  target?: string;
  peakMb?: number;
  notes?: string;
}

/** What the figures were measured on. */
export function machine() {
  const commit = () => execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  return {
    at: new Date().toISOString(),
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'not known',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
    duckdb: version(),
    commit: attempt(commit),
  };
}

function attempt(work: () => string): string {
  try {
    return work();
  } catch {
    return 'not known';
  }
}

/** The report as a table in plain text. */
export const table = (lines: Line[]): string =>
  textTable(
    ['what', 'took', 'bare', 'ratio', 'target', 'peak MB', 'notes'],
    lines.map((l) => [
      l.what,
      l.took,
      l.bare ?? '',
      l.ratio?.toFixed(2) ?? '',
      l.target ?? '',
      l.peakMb ?? '',
      l.notes ?? '',
    ]),
  );

export const seconds = (ms: number): string => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);
export const whole = (n: number): string => n.toLocaleString('en-GB');
