import type { MiddlewareHandler } from 'hono';

/** The one seat where it is asked whether somebody may enter decisions. Nobody signs in yet: whoever is at this machine may. */
export const mayDecide: MiddlewareHandler = async function mayDecide(_c, next) {
  await next();
};
