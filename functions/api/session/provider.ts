import * as oidc from 'openid-client';
import { SafeguardingError } from '../../../etl/errors.ts';
import { Refused } from './claims.ts';
import type { Settings } from './settings.ts';

/** What is kept on our side while somebody is at the provider. */
export interface Asked {
  state: string;
  nonce: string;
  verifier: string;
}

export interface Tokens {
  claims: Record<string, unknown>;
  refresh_token: string;
}

/** What is asked of an OpenID Connect provider. Tokens stay on this side. */
export interface Provider {
  /** Where somebody shows who they are. */
  ask(redirectTo: string): Promise<{ url: string; asked: Asked }>;
  /** What the provider says of whoever came back. @throws Refused when anything is not as it must be */
  answer(cameBackTo: URL, asked: Asked): Promise<Tokens>;
  /** What it says now; undefined when it no longer lets them in. @throws when it cannot be asked */
  again(refreshToken: string): Promise<Tokens | undefined>;
  /** Tells it that a refresh token is not needed any more. Nothing happens when it cannot be told. */
  forget(refreshToken: string): Promise<void>;
}

/** The provider of these settings; it is asked for its own description first when it is needed, and once. */
export function providerOf(settings: Settings): Provider {
  let found: Promise<oidc.Configuration> | undefined;
  const discovered = () => {
    found ??= discover(settings);
    found.catch(() => (found = undefined));
    return found;
  };
  return {
    async ask(redirectTo) {
      const config = await discovered();
      const asked = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      };
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectTo,
        scope: settings.scope,
        state: asked.state,
        nonce: asked.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(asked.verifier),
        code_challenge_method: 'S256',
        // Whoever sits at a machine that somebody left is not let in for it.
        prompt: 'login',
        max_age: '0',
      });
      return { url: url.href, asked };
    },
    async answer(cameBackTo, { state, nonce, verifier }) {
      const config = await discovered();
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
      const said = await oidc.authorizationCodeGrant(config, cameBackTo, checks).catch((error) => {
        throw isOurs(error) ? error : new Refused('provider');
      });
      return tokensOf(said);
    },
    async again(refreshToken) {
      const config = await discovered();
      try {
        const said = await oidc.refreshTokenGrant(config, refreshToken);
        return { claims: said.claims() ?? {}, refresh_token: said.refresh_token ?? refreshToken };
      } catch (error) {
        if (error instanceof oidc.ResponseBodyError && error.error === 'invalid_grant') return undefined;
        throw error;
      }
    },
    async forget(refreshToken) {
      const config = await discovered();
      if (config.serverMetadata().revocation_endpoint) await oidc.tokenRevocation(config, refreshToken).catch(() => {});
    },
  };
}

function tokensOf(said: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers): Tokens {
  const claims = said.claims();
  if (!claims || !said.refresh_token) throw new Refused('provider');
  return { claims, refresh_token: said.refresh_token };
}

async function discover({ issuer, client_id, signed_with }: Settings): Promise<oidc.Configuration> {
  // Signatures are checked although the token comes straight from the provider: what stands between may be somebody else's.
  const execute = [oidc.enableNonRepudiationChecks];
  if (issuer.startsWith('http://')) execute.push(oidc.allowInsecureRequests);
  const metadata = { id_token_signed_response_alg: signed_with };
  return oidc.discovery(new URL(issuer), client_id, metadata, oidc.None(), { execute, timeout: 10 }).catch(() => {
    throw new SafeguardingError('unavailable', 'The sign-in service does not answer. Try again in a minute.');
  });
}

const isOurs = (error: unknown) => error instanceof SafeguardingError;
