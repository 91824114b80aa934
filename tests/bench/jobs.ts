// What is timed, each by itself. A job takes and gives JSON; times are in milliseconds.
import { build } from '../../etl/build/build.ts';
import { text } from '../../etl/engines/engine.ts';
import { readSql } from '../../etl/files.ts';
import { land } from '../../etl/landing/land.ts';
import { openPartnership, type Partnership } from '../../etl/partnership.ts';
import { currentSnapshot } from '../../etl/snapshots/log.ts';
import { main } from '../../functions/cli/main.ts';
import { dropOne } from './daily.ts';
import { type Notices, withSession, writeAsAgency, writeCopy } from './notices.ts';
import { ask } from './queries.ts';

export interface Result {
  ms: number;
  peakMb: number;
  [figure: string]: unknown;
}

interface Place {
  data: string;
  home?: string;
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; done: T }> {
  const began = performance.now();
  const done = await work();
  return { ms: performance.now() - began, done };
}

async function inPartnership<T>({ data, home }: Place, work: (p: Partnership) => Promise<T>): Promise<T> {
  const p = await openPartnership({ data, home });
  try {
    return await work(p);
  } finally {
    p.close();
  }
}

export const jobs: Record<string, (input: any) => Promise<Omit<Result, 'peakMb'>>> = {
  async generate({ files }: { files: { notices: Notices; copy: string; agency: string }[] }) {
    const { ms } = await timed(() =>
      withSession(async (session) => {
        for (const { notices, copy, agency } of files) {
          await writeCopy(session, notices, copy);
          await writeAsAgency(copy, agency);
        }
      }),
    );
    return { ms };
  },

  bareCopy: ({ from, to }: { from: string; to: string }) =>
    withSession(async (session) => {
      const sql = readSql(import.meta.url, './bare.sql')
        .replace('$from', text(from))
        .replace('$to', text(to));
      const { ms } = await timed(() => session.run(sql));
      const [count] = await session.rows<{ n: number }>(`select count(*) as n from read_parquet(${text(to)})`);
      return { ms, rows: count!.n };
    }),

  land: (input: Place & { paths: string[] }) =>
    inPartnership(input, async (p) => {
      const { ms, done } = await timed(() => land(p, input.paths));
      const sum = (field: 'rows' | 'accepted' | 'rejected' | 'repeated') => done.reduce((n, r) => n + r[field], 0);
      const outcomes = [...new Set(done.map((r) => r.outcome))].sort();
      return {
        ms,
        outcomes,
        files: done.length,
        rows: sum('rows'),
        accepted: sum('accepted'),
        rejected: sum('rejected'),
        repeated: sum('repeated'),
      };
    }),

  build: (input: Place) =>
    inPartnership(input, async (p) => {
      const { ms, done } = await timed(() => build(p));
      return { ms, snapshot: done.number };
    }),

  query: (input: Place & { kpi: string; requests: number }) =>
    inPartnership(input, async (p) => ask(p, (await currentSnapshot(p))!, input.kpi, input.requests)),

  drop: (input: Place & { file: string }) => inPartnership(input, (p) => dropOne(p, input.file)),

  /** The command as a person runs it: from the start of the process. */
  async command({ words }: { words: string[] }) {
    const code = await main(words);
    return { ms: performance.now(), code };
  },
};
