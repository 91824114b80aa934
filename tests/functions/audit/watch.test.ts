import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Partnership } from '../../../etl/partnership.ts';
import type { Api } from '../../../functions/api/env.ts';
import { lastEntry, readEntry } from '../../../functions/api/audit/places.ts';
import { record } from '../../../functions/api/audit/record.ts';
import { clinicApi } from '../api/clinic-api.ts';
import { validated } from '../api/validated.ts';
import { signedInApi } from '../../signed-in.ts';
import { deed } from './chain.ts';

let p: Partnership;
let api: Api;
beforeEach(async () => ({ p, api } = await clinicApi()));
afterEach(() => p.close());

const entries = async () =>
  Promise.all(Array.from({ length: await lastEntry(p.store) }, (_, i) => readEntry(p.store, i + 1)));
const seen = async () => (await entries()).map(({ action, target }) => [action, target]);
const SERIES = '/api/kpis/visits/series?grain=month';
const CSV = `${SERIES}&format=csv`;
const decision = {
  by: 'A tester',
  replaces: null,
  why: null,
  decision: { kind: 'meeting', on: '2024-05-01', text: 'Board', owner: 'Chair', source: 'Minutes' },
};
const decide = (to: Api) =>
  to.request('/api/decisions', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(decision),
  });

it('records who was shown small numbers, of what and of which snapshot, once in a session', async () => {
  for (const _ of [1, 2, 3]) expect((await api.request(SERIES)).status).toBe(200);
  expect(await entries()).toMatchObject([
    {
      action: 'small-numbers',
      target: '/api/kpis/visits/series?grain=month of snapshot 1',
      decision: 'allowed',
      actor: { role: 'analyst', agency: 'health' },
    },
  ]);
  await api.request(`${SERIES}&by=town`);
  expect(await seen()).toHaveLength(2);
});

it('records one question as one, however its path is spelt', async () => {
  for (const path of [SERIES, SERIES.replace('/kpis/', '/%6bpis/'), SERIES.replace('/visits/', '/%76isits/')])
    expect([path, (await api.request(path)).status]).toEqual([path, 200]);
  expect(await seen()).toEqual([['small-numbers', `${SERIES} of snapshot 1`]]);
});

it('records another session, also where its browser kept the answer of the one before', async () => {
  const ETag = (await api.request(SERIES)).headers.get('ETag')!;
  const other = await signedInApi(p);
  expect((await other.request(SERIES, { headers: { 'If-None-Match': ETag } })).status).toBe(200);
  const sessions = (await entries()).map(({ actor }) => actor?.session);
  expect(new Set(sessions).size).toBe(2);
});

it('records every download, and none of what tells nothing about children', async () => {
  for (const path of [CSV, CSV, '/api/kpis/visits/trend?format=key', '/api/snapshot', '/api/extracts', '/api/me'])
    expect((await api.request(path)).status).toBe(200);
  const what = '/api/kpis/visits/series?format=csv&grain=month of snapshot 1';
  expect(await seen()).toEqual([
    ['export', what],
    ['export', what],
  ]);
});

it('records who entered a decision, and of what kind, without its words', async () => {
  expect((await decide(api)).status).toBe(200);
  expect(await seen()).toEqual([['decide', 'a meeting']]);
});

it('records what somebody was not allowed, once in a session, and nothing of whoever has not signed in', async () => {
  const supplier = await signedInApi(p, 'supplier');
  for (const _ of [1, 2]) expect((await supplier.request('/api/parts')).status).toBe(403);
  expect((await supplier.request('/api/kpis/anything-at-all')).status).toBe(403);
  expect((await api.request('/api/kpis', { headers: { cookie: 'none=1' } })).status).toBe(401);
  expect((await entries()).map(({ target, decision: made }) => [target, made])).toEqual([
    ['GET /api/parts', 'denied'],
    ['GET /api/kpis/:id', 'denied'],
  ]);
});

describe('where the record cannot be written', () => {
  const deaf = (of: Partnership): Partnership => ({
    ...of,
    store: {
      ...of.store,
      putIfAbsent: (key, bytes) =>
        key.startsWith('audit/') ? Promise.reject(new Error('CANARY')) : of.store.putIfAbsent(key, bytes),
    },
  });

  it.each([SERIES, CSV, '/api/kpis', '/api/kpis/visits', '/api/kpis/visits/trend', '/api/decisions'])(
    'not a byte of what would be recorded goes out: %s',
    async (path) => {
      const whole = await api.request(path);
      const answer = await (await signedInApi(deaf(p))).request(path);
      if ((await entries()).length === 0) return expect(answer.status).toBe(whole.status); // nothing in it is recorded
      expect(answer.status).toBe(503);
      expect(await answer.json()).toEqual({
        type: 'about:blank',
        title: 'Service Unavailable',
        status: 503,
        detail: 'The record of who saw what cannot be written, so nothing is shown or done. Try again later.',
      });
      for (const header of ['ETag', 'Content-Disposition']) expect(answer.headers.get(header)).toBeNull();
      expect(answer.headers.get('Cache-Control')).toBe('no-store');
    },
  );

  it('small numbers are not shown where they were before', async () => {
    const mute = deaf(p);
    const broken = await signedInApi(mute);
    for (const _ of [1, 2]) expect((await broken.request(SERIES)).status).toBe(503);
  });

  it('nothing is changed: a decision is not kept', async () => {
    expect((await decide(await signedInApi(deaf(p)))).status).toBe(503);
    expect(await p.store.list('lake/decisions/')).toEqual([]);
  });

  it('nothing is denied in silence, nor allowed', async () => {
    expect((await (await signedInApi(deaf(p), 'supplier')).request('/api/parts')).status).toBe(503);
  });
});

describe('GET /api/audit', () => {
  const read = async (query = '', role: 'data-protection' | 'analyst' = 'data-protection') =>
    validated(await signedInApi(p, role), `/api/audit${query}`);
  const filled = async () => {
    for (let i = 1; i <= 250; i++)
      await record(p, deed(`deed ${i}`, i % 50 === 0 ? { action: 'export', decision: 'denied' } : {}));
  };

  it('is for the data protection lead alone, and says who read it', async () => {
    expect((await read('', 'analyst')).status).toBe(403);
    const { status, body } = await read();
    expect(status).toBe(200);
    expect(body.entries[0]).toMatchObject({
      seq: 2,
      action: 'read-record',
      target: 'the record',
      decision: 'allowed',
      actor: { role: 'data-protection' },
    });
    expect(body.entries[0]).not.toHaveProperty('mac');
    expect(body.entries[1]).toMatchObject({ seq: 1, action: 'deny', actor: { role: 'analyst' } });
    expect(body).toMatchObject({ before: null, all: 2 });
  });

  it('gives a hundred at a time, newest first, and all of them in the end', async () => {
    await filled();
    const asked: number[] = [];
    for (let before: number | null = 251; before !== null;) {
      const { body } = await read(`?before=${before}`);
      expect(body.entries.length).toBeLessThanOrEqual(100);
      asked.push(...body.entries.map(({ seq }: { seq: number }) => seq));
      before = body.before;
    }
    expect(asked).toEqual(Array.from({ length: 250 }, (_, i) => 250 - i));
  });

  it.each([
    ['?action=export', [250, 200, 150, 100, 50]],
    ['?decision=denied&action=small-numbers', []],
    ['?subject=u-17&action=export&before=200', [150, 100, 50]],
    ['?role=executive', []],
    ['?agency=council&decision=denied', [250, 200, 150, 100, 50]],
    ['?from=2025-06-02', []],
    ['?to=2025-05-31', []],
    ['?from=2025-06-01&to=2025-06-01&action=export', [250, 200, 150, 100, 50]],
  ])('finds %s', async (query, numbers) => {
    await filled();
    const { body } = await read(query);
    expect(body.entries.map(({ seq }: { seq: number }) => seq)).toEqual(numbers);
  });

  it.each(['?action=look', '?before=0', '?from=yesterday', '?who=x'])('refuses %s', async (query) => {
    expect((await read(query)).status).toBe(400);
  });
});

it('leaves an answer whole, however late it is sent and whatever the engine tidies up meanwhile', async () => {
  setFlagsFromString('--expose_gc');
  const tidyUp = runInNewContext('gc') as () => void;
  const answers = [];
  for (let i = 0; i < 20; i++) answers.push(await api.request('/api/kpis'));
  for (let i = 0; i < 3; i++) {
    tidyUp();
    await setTimeout(20);
  }
  for (const answer of answers) expect(await answer.json()).toContainEqual(expect.objectContaining({ id: 'visits' }));
});
