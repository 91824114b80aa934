// An OpenID Connect provider on this machine, in place of the partnership's own: the real protocol, invented people.
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import type { Configuration, Provider } from 'oidc-provider';
import type { Partnership } from '../../../etl/partnership.ts';
import { CALLBACK } from '../../api/session/flow.ts';
import { choosePage, PAGE_POLICY } from './choose-page.ts';
import { demoPeople, type DemoPerson, SECOND_FACTOR } from './demo-people.ts';
import { demoSettings } from './demo-settings.ts';

const HOST = '127.0.0.1';
const CLIENT = 'safeguarding-dashboard';
const CHOOSE = '/choose/';
const [HOUR_S, WORKING_DAY_S] = [3600, 8 * 3600];

export interface DemoProvider {
  issuer: string;
  clientId: string;
  people: readonly DemoPerson[];
  /** Lets somebody in no longer, as a provider does with one who has left. */
  disable(subject: string): void;
  close(): Promise<void>;
}

/** Serves a provider to this machine alone. */
export async function demoProvider(p: Pick<Partnership, 'config' | 'synthetic'>): Promise<DemoProvider> {
  const agencies = Object.keys(p.config.agencies);
  const people = demoPeople(agencies);
  const disabled = new Set<string>();
  let answer: (request: IncomingMessage, response: ServerResponse) => void = () => {};
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  const issuer = `http://${HOST}:${(server.address() as AddressInfo).port}`;
  const provider = await quietly(issuer, await configuration(people, disabled));
  const protocol = provider.callback();
  const { given_by } = demoSettings(p, issuer, CLIENT);
  const shown = people.filter(({ agency, role }) => agency === given_by[role]?.[0]);
  const page = String(choosePage(shown, p.config.agencies, p.synthetic));
  answer = (request, response) =>
    request.url?.startsWith(CHOOSE)
      ? void choose(provider, page, people, request, response).catch(() => response.writeHead(400).end('Begin again.'))
      : void protocol(request, response);
  return {
    issuer,
    clientId: CLIENT,
    people,
    disable: (subject) => void disabled.add(subject),
    close: () => new Promise((resolve) => (server.close(() => resolve()), server.closeAllConnections())),
  };
}

/** The library warns of what is no fault of a demo: that it keeps everything in memory, and of a Node that it does not know. */
async function quietly(issuer: string, settings: Configuration): Promise<Provider> {
  const { warn } = console;
  console.warn = () => {};
  try {
    const { Provider } = await import('oidc-provider');
    return new Provider(issuer, settings);
  } finally {
    console.warn = warn;
  }
}

/** Shows whom one may be, and takes the choice. */
async function choose(
  provider: Provider,
  page: string,
  people: readonly DemoPerson[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAGE_POLICY };
    return void response.writeHead(200, { ...headers, 'cache-control': 'no-store' }).end(page);
  }
  let body = '';
  for await (const part of request) body += String(part);
  const person = people.find(({ subject }) => subject === new URLSearchParams(body).get('subject'));
  if (!person) return void response.writeHead(400).end('There is nobody of that name.');
  const login = { accountId: person.subject, acr: SECOND_FACTOR, amr: ['pwd', 'otp'], remember: false };
  await provider.interactionFinished(request, response, { login, consent: {} });
}

async function configuration(people: readonly DemoPerson[], disabled: Set<string>): Promise<Configuration> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' }] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    clients: [
      {
        client_id: CLIENT,
        // Of a native application any port of this machine is taken: which one the dashboard has is not known yet.
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [HOST, 'localhost', '[::1]'].map((host) => `http://${host}${CALLBACK}`),
      },
    ],
    claims: { openid: ['sub', 'acr', 'amr', 'auth_time', 'name', 'role', 'agency'] },
    conformIdTokenClaims: false,
    scopes: ['openid', 'profile'],
    features: { devInteractions: { enabled: false }, revocation: { enabled: true, allowedPolicy: async () => true } },
    interactions: { url: (_, { uid }) => `${CHOOSE}${uid}` },
    issueRefreshToken: async () => true,
    ttl: {
      AccessToken: HOUR_S,
      IdToken: HOUR_S,
      Interaction: HOUR_S,
      RefreshToken: WORKING_DAY_S,
      Session: WORKING_DAY_S,
      Grant: WORKING_DAY_S,
    },
    async findAccount(_, subject) {
      const person = people.find((one) => one.subject === subject);
      if (!person || disabled.has(subject)) return undefined;
      const { name, role, agency } = person;
      return { accountId: subject, claims: async () => ({ sub: subject, name, role, agency }) };
    },
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId! });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  };
}
