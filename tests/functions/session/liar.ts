// A provider that gives out whatever token it is told to: what no honest one would.
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, type JWK, type JWTHeaderParameters, SignJWT } from 'jose';

export type Claims = Record<string, unknown>;
export const CLIENT = 'dashboard';
export const KID = 'the-key';

/** A key of the liar's own that is in its set. */
export interface Keys {
  rsa: CryptoKey;
  rsaPublic: JWK;
  ec: CryptoKey;
}

export interface Liar {
  issuer: string;
  keys: Keys;
  /** What its token endpoint answers from now on. */
  say(answer: Record<string, unknown> | undefined): void;
  close(): void;
}

export async function liar(): Promise<Liar> {
  const [rsa, ec] = await Promise.all([
    generateKeyPair('RS256', { extractable: true }),
    generateKeyPair('ES256', { extractable: true }),
  ]);
  const rsaPublic = await exportJWK(rsa.publicKey);
  const jwks = [
    { ...rsaPublic, kid: KID, use: 'sig' },
    { ...(await exportJWK(ec.publicKey)), kid: 'the-other-key', use: 'sig' },
  ];
  let said: Record<string, unknown> | undefined;
  const server = createServer((request, response) => {
    const json = (body: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const at = (path: string) => `${issuer}${path}`;
    if (request.url === '/.well-known/openid-configuration')
      return json({
        issuer,
        authorization_endpoint: at('/authorize'),
        token_endpoint: at('/token'),
        jwks_uri: at('/jwks'),
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256', 'PS256', 'ES256', 'HS256', 'none'],
        authorization_response_iss_parameter_supported: true,
      });
    if (request.url === '/jwks') return json({ keys: jwks });
    return said ? json(said) : json({ error: 'invalid_grant' }, 400);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    keys: { rsa: rsa.privateKey, rsaPublic, ec: ec.privateKey },
    say: (answer) => void (said = answer),
    close: () => server.close() && server.closeAllConnections(),
  };
}

/** A token as an honest provider signs it, unless told otherwise. */
export const signed = (
  claims: Claims,
  key: CryptoKey | Uint8Array,
  header: JWTHeaderParameters = { alg: 'RS256', kid: KID },
): Promise<string> => new SignJWT(claims).setProtectedHeader(header).sign(key, { crit: { odd: true } });

const coded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A token that nobody signed. */
export const unsigned = (claims: Claims): string => `${coded({ alg: 'none' })}.${coded(claims)}.`;

/** A token whose claims were changed after it was signed. */
export function changed(token: string, change: Claims): string {
  const [header, payload, signature] = token.split('.') as [string, string, string];
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims;
  return [header, coded({ ...claims, ...change }), signature].join('.');
}
