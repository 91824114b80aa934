import { beforeAll, describe, expect, it } from 'vitest';
import type { Partnership } from '../../../etl/partnership.ts';
import { rollback } from '../../../etl/snapshots/log.ts';
import type { Api } from '../../../functions/api/env.ts';
import { clinicApi } from './clinic-api.ts';
import { validated } from './validated.ts';

let p: Partnership;
let api: Api;
beforeAll(async () => {
  ({ p, api } = await clinicApi());
});

describe('where a KPI comes from', () => {
  it('is told down to what agencies sent, with the submissions that count', async () => {
    const { body } = await validated(api, '/api/kpis/visits/lineage');
    expect(body).toEqual({
      tables: [
        {
          name: 'visit',
          title: 'Visits',
          grain: 'one row per visit',
          rows: 3,
          reads: ['staged_clinic_visits'],
          extract: null,
        },
        {
          name: 'staged_clinic_visits',
          title: 'Clinic visits',
          grain: null,
          rows: 3,
          reads: [],
          extract: 'clinic-visits',
        },
      ],
      extracts: [{ id: 'clinic-visits', title: 'Clinic visits', agency_title: 'Health', submissions: 2 }],
    });
  });

  it('can be asked of an earlier snapshot, and of no KPI that is none', async () => {
    await rollback(p, 1);
    expect((await validated(api, '/api/kpis/visits/lineage?as_at=1')).headers.get('ETag')).toMatch(/^"1-/);
    expect((await validated(api, '/api/kpis/none/lineage')).status).toBe(404);
  });
});

it.each([
  ['/api/overlaps', 404, 'No tracker'],
  ['/api/curves/concern', 404, 'no table "concern"'],
  ['/api/curves/none', 404, 'Expected one of: concern, referral, notice, missing'],
  ['/api/flow', 404, 'no KPI "ppn-triage-outcome"'],
  ['/api/flow?where.town=Hanley&shoes=1', 400, 'no query parameter "shoes"'],
  ['/api/overlaps?as_at=1e1', 400, 'Expected the number of a snapshot'],
  ['/api/curves/concern?as_at=99', 404, 'There is no snapshot 99'],
])('answers %s with %i', async (url, status, why) => {
  const answer = await validated(api, url);
  expect([answer.status, answer.body.detail]).toEqual([status, expect.stringContaining(why)]);
});
