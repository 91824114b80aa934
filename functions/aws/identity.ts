import type { Partnership } from '../../etl/partnership.ts';
import type { Identity } from '../api/session/identity.ts';
import { settingsOf } from '../api/session/settings.ts';

/**
 * Who says who somebody is in AWS: the provider that the stacks made. Requests come under the function's own host name, and only
 * from CloudFront, which signs each: our pages are at its address and at no other.
 */
export function identityHere(p: Pick<Partnership, 'config'>): Identity {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client_id, PUBLIC_URL } = process.env;
  const { origin } = new URL(PUBLIC_URL ?? '');
  return { settings: settingsOf(p, { issuer, client_id }), origin: () => origin };
}
