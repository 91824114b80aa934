// One server, asked by several people: what one of them began another must not end.
import type { Partnership } from '../../../etl/partnership.ts';
import { readJson } from '../../../etl/storage/store.ts';
import { createApi } from '../../../functions/api/api.ts';
import type { Entry } from '../../../functions/api/audit/entry.ts';
import type { Place } from '../../../functions/api/place.ts';
import type { Role } from '../../../functions/api/session/actor.ts';
import { ownIdentity } from '../../../functions/local/identity/own-session.ts';
import { ownPlace } from '../../../functions/local/place.ts';
import { sessionHeaders } from '../../signed-in.ts';

export interface Answer<T = any> {
  status: number;
  headers: Headers;
  text: string;
  body: T;
}

export interface Asks {
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown): Promise<Answer>;
  put(path: string, body: BodyInit, headers?: Record<string, string>): Promise<Answer>;
}

/** @returns what somebody of a role at an agency asks with, of the same server */
export function server(p: Partnership, place: Place = ownPlace(p)) {
  const api = createApi(p, ownIdentity(p), place);
  return async (role: Role, agency: string, at = p): Promise<Asks> => {
    const own = { ...(await sessionHeaders(at, role, agency)), origin: 'http://localhost' };
    const ask = async (path: string, init: RequestInit): Promise<Answer> => {
      const answer = await api.request(path, { ...init, headers: { ...own, ...init.headers } });
      const text = await answer.text();
      const json = answer.headers.get('Content-Type')?.includes('json');
      return { status: answer.status, headers: answer.headers, text, body: json ? JSON.parse(text) : undefined };
    };
    return {
      get: (path) => ask(path, {}),
      post: (path, body) =>
        ask(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      put: (path, body, headers = {}) => ask(path, { method: 'PUT', body, headers, duplex: 'half' } as RequestInit),
    };
  };
}

/** What is in the record of who saw what: deed, target, decision and purpose of each entry. */
export async function recorded(p: Partnership): Promise<string[][]> {
  const keys = await p.store.list('audit/');
  const entries = await Promise.all(keys.map((key) => readJson<Entry>(p.store, key)));
  return entries.map((e) => [e!.actor?.role ?? '', e!.action, e!.target, e!.decision, e!.purpose ?? '']);
}
