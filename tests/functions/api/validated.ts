// Answers of the API, each held against the API's own description.
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect } from 'vitest';
import type { Api } from '../../../functions/api/env.ts';

interface Answer<T> {
  status: number;
  headers: Headers;
  body: T;
}

type Method = 'get' | 'post';

interface Described {
  paths: Record<
    string,
    Record<Method, { responses: Record<string, { content?: Record<string, { schema: object }> }> }>
  >;
}

/** The API's description, as it serves it. */
export const description = async (api: Api): Promise<Described> =>
  (await (await api.request('/api/openapi.json')).json()) as Described;

/** Asks the API, or sends it JSON, and fails when the route, the status, the content type or the body is not as the description says. */
export async function validated<T = any>(
  api: Api,
  url: string,
  headers: Record<string, string> = {},
  sent?: unknown,
): Promise<Answer<T>> {
  const method: Method = sent === undefined ? 'get' : 'post';
  const document = await description(api);
  const path = Object.keys(document.paths).find((template) =>
    new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(url.split('?')[0]!),
  );
  expect(path, `${url} is described`).toBeDefined();
  const init = sent === undefined ? {} : { body: typeof sent === 'string' ? sent : JSON.stringify(sent) };
  const answer = await api.request(url, { method: method.toUpperCase(), headers, ...init });
  const { responses } = document.paths[path!]![method];
  const status = String(answer.status) in responses ? String(answer.status) : 'default';
  const { content } = responses[status]!;
  const text = await answer.text();
  if (!content) {
    expect(text).toBe('');
    return { status: answer.status, headers: answer.headers, body: undefined as T };
  }
  const type = answer.headers.get('Content-Type')!.split(';')[0]!;
  expect(Object.keys(content)).toContain(type);
  const body = type.endsWith('json') ? JSON.parse(text) : text;
  assertSchema(
    document,
    ['', 'paths', path!, method, 'responses', status, 'content', type, 'schema'],
    content[type]!.schema,
    body,
  );
  return { status: answer.status, headers: answer.headers, body };
}

function assertSchema(document: object, place: string[], schema: object, body: unknown): void {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(document, 'api');
  const pointer = place.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
  const validate = ajv.compile(closed(schema, `api#${pointer}`));
  expect(validate(body), ajv.errorsText(validate.errors)).toBe(true);
}

/** A schema that takes no property beyond those described, also in each item of a list. */
const closed = (schema: object, ref: string): object =>
  'items' in schema
    ? { type: 'array', items: { $ref: `${ref}/items`, unevaluatedProperties: false } }
    : { $ref: ref, unevaluatedProperties: false };
