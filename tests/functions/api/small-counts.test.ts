// No route tells of 1 to 5 children without the mark: pages warn by it, and the record of who saw what is written by it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { land } from '../../../etl/landing/land.ts';
import { openPartnership, type Partnership } from '../../../etl/partnership.ts';
import { createApi } from '../../../functions/api/api.ts';
import { TABLE, whose } from '../../../functions/api/roles.ts';
import { ownIdentity } from '../../../functions/local/identity/own-session.ts';
import { type Listening, listen } from '../../../functions/local/listen.ts';
import { type SmallPartnership, smallPartnership } from '../../journeys/small-partnership.ts';
import { sessionHeaders } from '../../signed-in.ts';

let city: SmallPartnership;
let p: Partnership;
let server: Listening;
let headers: Record<string, string>;
beforeAll(async () => {
  city = await smallPartnership();
  await city.close();
  const later = () => new Date(Date.now() + 40 * 86_400_000);
  p = await openPartnership({ data: city.data, clock: { now: later } });
  await land(p, [corrected(city), city.heldBack]);
  await build(p);
  server = await listen(createApi(p, ownIdentity(p)), 0);
  headers = await sessionHeaders(p, 'quality-assurance');
});
afterAll(async () => {
  await server?.close();
  p?.close();
});

/** A month of missing episodes, sent again with three of its rows: its figures are others now, and small. */
function corrected({ sent, scratch }: SmallPartnership): string {
  const folder = join(sent, 'police-missing');
  const name = readdirSync(folder)
    .filter((file) => file.includes('2025_05'))
    .at(-1)!;
  const [head, ...rows] = readFileSync(join(folder, name), 'latin1').split(/\r?\n/);
  const path = join(scratch, name);
  writeFileSync(path, [head, ...rows.slice(0, 3)].join('\r\n'), 'latin1');
  return path;
}

const get = async (path: string): Promise<any> => {
  const answer = await fetch(`${server.url}${path}`, { headers });
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.json();
};

/** Numbers that are no count of children, by where they stand, and what they are. Any other has to be marked. */
const NO_CHILDREN: [RegExp, string][] = [
  [/(\.|^)(snapshot|number)$/, 'the number of a snapshot'],
  [/^\.parts\[\]\.judged$/, 'how many parts were looked at'],
  [
    /(\.extracts|^)\[\]\.(submissions|rejected|repeated|warned)$/,
    'files, and rows of files that are not as they should be: senders mend them',
  ],
  [/^\.rules\[\]\.(submissions|rows)$/, 'the same, by rule'],
  [/\.steps\[\]\.day$/, 'a day of a curve'],
  [/\.baselines\[\]\.points$/, 'how many periods a line of a chart rests on'],
  [/\.baselines\[\]\.limits\.mean$/, 'an average of many periods'],
  [/^\.rules\.(withhold\.(from|to)|possible_values)$/, 'the rules by which papers withhold'],
];
/** No figure stands there at all, or none that was not released with small counts withheld. */
const NO_FIGURES = [
  'GET /api/openapi.json',
  'GET /api/releases/:audience',
  'GET /api/session/sign-in',
  'GET /api/session/callback',
];

/** Whole numbers of 1 to 5 that nothing around them marks, by where they stand. */
function unmarked(value: unknown, at = ''): string[] {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 1 && value <= 5 ? [at] : [];
  if (Array.isArray(value)) return value.flatMap((one) => unmarked(one, `${at}[]`));
  if (typeof value !== 'object' || value === null || 'sensitive' in value) return [];
  return Object.entries(value).flatMap(([name, one]) => unmarked(one, `${at}.${name}`));
}

interface Kpi {
  id: string;
  unit: string;
  splits: { id: string }[];
}
const byEach = ({ splits }: Kpi) => splits.map(({ id }) => `by=${id}`);
const dayAfter = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** What is asked of a route with parameters, or with questions that show more. Any other is asked as it is. */
const ASKED: Record<string, (kpis: Kpi[]) => string[]> = {
  'GET /api/kpis': () => ['', '?to=2025-05'],
  'GET /api/kpis/:id': (kpis) => kpis.map(({ id }) => `/${id}`),
  'GET /api/kpis/:id/series': (kpis) =>
    kpis.flatMap((kpi) =>
      ['month', 'year', 'all'].flatMap((grain) =>
        ['', ...byEach(kpi)].map((by) => `/${kpi.id}/series?grain=${grain}&${by}`.replace(/&$/, '')),
      ),
    ),
  'GET /api/kpis/:id/trend': (kpis) =>
    kpis.flatMap((kpi) => ['', ...byEach(kpi)].map((by) => `/${kpi.id}/trend?${by}`)),
  'GET /api/kpis/:id/funnel': (kpis) =>
    kpis.filter(({ unit }) => unit === 'percent').flatMap((kpi) => byEach(kpi).map((by) => `/${kpi.id}/funnel?${by}`)),
  'GET /api/kpis/:id/lineage': (kpis) => kpis.map(({ id }) => `/${id}/lineage`),
  'GET /api/curves/:id': () => ['/concern', '/referral', '/notice', '/missing'],
  'GET /api/changes': () => ['', `?since=${dayAfter(1)}`],
};

it('has every route that shows figures mark counts of 1 to 5', { timeout: 600_000 }, async () => {
  const kpis = (await get('/api/kpis')) as Kpi[];
  const routes = Object.keys(TABLE).filter((route) => route.startsWith('GET ') && whose(route, 'quality-assurance'));
  const found = new Set<string>();
  const marks = new Map<string, number>();
  for (const route of routes.filter((one) => !NO_FIGURES.includes(one))) {
    const base = route.slice(4).split('/:')[0]!;
    const ask = ASKED[route] ?? (route.includes(':') ? undefined : () => ['']);
    if (!ask) throw new Error(`Say here what ${route} is asked.`);
    for (const rest of ask(kpis)) {
      const answer = await get(base + rest);
      marks.set(route, (marks.get(route) ?? 0) + JSON.stringify(answer).split('"sensitive":true').length - 1);
      for (const at of unmarked(answer))
        if (!NO_CHILDREN.some(([place]) => place.test(at))) found.add(`${route} ${at}, such as ${base}${rest}`);
    }
  }
  expect([...found]).toEqual([]);
  expect((await get(`/api/changes?since=${dayAfter(1)}`)).figures).not.toEqual([]);
  // And there are some: a walk that met no small count would say nothing.
  for (const route of [
    'kpis',
    'kpis/:id/series',
    'kpis/:id/trend',
    'kpis/:id/funnel',
    'curves/:id',
    'overlaps',
    'changes',
  ])
    expect([route, marks.get(`GET /api/${route}`)]).toEqual([route, expect.toSatisfy((n: number) => n > 0)]);
});
