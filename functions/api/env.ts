import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Snapshot } from '../../etl/snapshots/log.ts';
import type { Actor } from './session/actor.ts';
import type { Session } from './session/sessions.ts';

/** What the middleware leaves for the routes. */
export interface ApiEnv {
  Variables: {
    /** The one snapshot that all of an answer comes from. */
    snapshot: Snapshot;
    /** The address of our own pages, as this request asked for it. */
    origin: string;
    /** Who asks. Every route has one but those of signing in. */
    actor: Actor;
    session: Session;
    /** The one agency whose things are answered; undefined for all. */
    agency: string | undefined;
  };
}

export type Api = OpenAPIHono<ApiEnv>;
