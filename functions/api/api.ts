// The API: what the committed snapshot says, over HTTP. This file is the map; each noun has a file in routes/.
import { OpenAPIHono } from '@hono/zod-openapi';
import { compress } from 'hono/compress';
import type { Partnership } from '../../etl/partnership.ts';
import { ownPlace } from '../local/place.ts';
import { watch } from './audit/watch.ts';
import type { Api, ApiEnv } from './env.ts';
import { protect } from './headers.ts';
import { ownHostOnly } from './host.ts';
import { knownMethod, noLostParameter } from './plain-requests.ts';
import { invalid, notFound, onError } from './problem.ts';
import { auditRoutes } from './routes/audit.ts';
import { boardPackRoutes } from './routes/board-pack.ts';
import { changeRoutes } from './routes/changes.ts';
import { curveRoutes } from './routes/curves.ts';
import { decisionRoutes } from './routes/decisions.ts';
import { extractRoutes } from './routes/extracts.ts';
import { flowRoutes } from './routes/flow.ts';
import { funnelRoutes } from './routes/funnel.ts';
import { kpiRoutes } from './routes/kpis.ts';
import { lineageRoutes } from './routes/lineage.ts';
import { openapiRoute } from './routes/openapi.ts';
import { overlapRoutes } from './routes/overlaps.ts';
import { partRoutes } from './routes/parts.ts';
import { qualityRoutes } from './routes/quality.ts';
import { releaseRoutes } from './routes/releases.ts';
import { seriesRoutes } from './routes/series.ts';
import { snapshotRoutes } from './routes/snapshot.ts';
import { submissionRoutes } from './routes/submissions.ts';
import { sessionRoutes } from './routes/session.ts';
import { trendRoutes } from './routes/trend.ts';
import { guard } from './session/guard.ts';
import type { Identity } from './session/identity.ts';
import { providerOf } from './session/provider.ts';
import { listRoutes } from './routes/lists.ts';
import { uploadRoutes } from './routes/uploads.ts';
import { withdrawRoutes } from './routes/withdraw.ts';
import type { Place } from './place.ts';
import { fromOurPages } from './writes.ts';

/**
 * The API of a partnership. Every answer comes from one snapshot, and its ETag names it and for whom it is.
 * @param place where it runs; on one machine unless told
 */
export function createApi(p: Partnership, identity: Identity, place: Place = ownPlace(p)): Api {
  const { settings } = identity;
  const provider = providerOf(settings);
  const api: Api = new OpenAPIHono<ApiEnv>({ defaultHook: invalid });
  api.onError(onError);
  api.notFound(notFound);
  api.use(protect, compress());
  api.use(ownHostOnly(identity));
  api.use('/api/*', knownMethod, noLostParameter, fromOurPages, guard(p, settings, provider), watch(p));
  sessionRoutes(api, p, settings, provider);
  for (const addRoutes of [
    snapshotRoutes,
    kpiRoutes,
    seriesRoutes,
    trendRoutes,
    funnelRoutes,
    partRoutes,
    lineageRoutes,
    overlapRoutes,
    curveRoutes,
    flowRoutes,
    decisionRoutes,
    extractRoutes,
    submissionRoutes,
    withdrawRoutes,
    uploadRoutes,
    listRoutes,
    qualityRoutes,
    releaseRoutes,
    boardPackRoutes,
    changeRoutes,
    auditRoutes,
  ])
    addRoutes(api, p, place);
  openapiRoute(api);
  api.all('/api/*', notFound);
  return api;
}
