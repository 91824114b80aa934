// Many different questions to one KPI: through the API in process, through HTTP, and as the same SQL in a bare engine.
import type { Partnership } from '../../etl/partnership.ts';
import { GRAINS } from '../../etl/periods.ts';
import type { SeriesRequest } from '../../etl/query/request.ts';
import { statement } from '../../etl/query/series.ts';
import type { Snapshot } from '../../etl/snapshots/log.ts';
import { listen } from '../../functions/local/listen.ts';
import { withSession } from './notices.ts';
import { percentile } from './run.ts';
import { sessionHeaders, signedInApi } from '../signed-in.ts';

const WARM_UP = 5;

/** A question unlike the sixty before it: grain, splits and filters go round at different speeds. No answer is kept between them. */
function request(snapshot: Snapshot, kpi: string, i: number): SeriesRequest {
  const { splits } = snapshot.kpis[kpi]!;
  const names = Object.keys(splits);
  const name = (step: number) => names[(i + step) % names.length]!;
  const some = (split: string, skip: number) => splits[split]!.filter((_, place) => (place + i + skip) % 3 !== 0);
  const where = [name(1), name(2)].slice(0, i % 3).map((split, place) => [split, some(split, place)] as const);
  return {
    kpi,
    grain: GRAINS[i % GRAINS.length]!,
    by: [name(0), name(3)].slice(0, i % 4 === 3 ? 2 : i % 2),
    where: Object.fromEntries(where.filter(([, values]) => values.length > 0)),
  };
}

function urlOf({ kpi, grain, by = [], where = {} }: SeriesRequest): string {
  const query = new URLSearchParams({ grain, ...(by.length > 0 ? { by: by.join(',') } : {}) });
  for (const [split, values] of Object.entries(where))
    for (const value of values) query.append(`where.${split}`, value);
  return `/api/kpis/${kpi}/series?${query}`;
}

/** Asks so many questions three ways, one way after the other for each, and tells how long they took. */
export async function ask(p: Partnership, snapshot: Snapshot, kpi: string, requests: number) {
  const api = await signedInApi(p);
  const server = await listen(api, 0);
  const headers = await sessionHeaders(p);
  const took = { bare: [] as number[], api: [] as number[], http: [] as number[] };
  const time = async (list: number[], i: number, work: () => Promise<unknown>) => {
    const began = performance.now();
    await work();
    if (i >= WARM_UP) list.push(performance.now() - began);
  };
  await withSession(async (bare) => {
    for (let i = 0; i < requests + WARM_UP; i++) {
      const question = request(snapshot, kpi, i);
      const { sql } = await statement(p, snapshot, question);
      const url = urlOf(question);
      await time(took.bare, i, () => bare.rows(sql));
      await time(took.api, i, () => read(api.request(url)));
      await time(took.http, i, () => read(fetch(server.url + url, { headers })));
    }
  });
  await server.close();
  const told = (list: number[]) => ({
    p50: percentile(list, 0.5),
    p95: percentile(list, 0.95),
    p99: percentile(list, 0.99),
  });
  const facts = snapshot.kpis[kpi]!.rows;
  return { ms: percentile(took.api, 0.5), facts, bare: told(took.bare), api: told(took.api), http: told(took.http) };
}

async function read(answer: Response | Promise<Response>): Promise<void> {
  const { status, ...response } = { status: (await answer).status, text: await (await answer).text() };
  if (status !== 200) throw new Error(`The API answered ${status}: ${response.text}`);
}
