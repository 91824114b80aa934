import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Snapshot } from '../../etl/snapshots/log.ts';

/** What the middleware leaves for the routes. */
export interface ApiEnv {
  Variables: {
    /** The one snapshot that all of an answer comes from. */
    snapshot: Snapshot;
  };
}

export type Api = OpenAPIHono<ApiEnv>;
