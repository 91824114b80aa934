/** What the API said was wrong, in words fit for the page. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** What the API said, and from which snapshot: its ETag names it. */
export interface Said {
  text: string;
  snapshot: number | undefined;
}

/** Longer than it takes the page that an answer was asked for to want it. */
const KEPT_AHEAD_MS = 5_000;
const askedAhead = new Map<string, Promise<Said>>();

/**
 * Asks what a page is about to ask, while its code is still on its way. Nobody else gets that answer, and none waits for long.
 * @param path under /api, of no snapshot: it is not known yet which one the page shows, and most show the newest
 */
export function askAhead(path: string): void {
  const said = read(path);
  askedAhead.set(path, said);
  const forget = () => setTimeout(() => askedAhead.get(path) === said && askedAhead.delete(path), KEPT_AHEAD_MS);
  said.then(forget, forget);
}

const AS_AT = /[?&]as_at=(\d+)$/;

/**
 * What the API says, as text. The browser keeps the ETag and asks only whether the answer changed.
 * @param path under /api
 * @throws ApiProblem
 */
export async function get(path: string, signal?: AbortSignal): Promise<Said> {
  const ahead = path.replace(AS_AT, '');
  const said = askedAhead.get(ahead);
  askedAhead.delete(ahead);
  const wanted = AS_AT.exec(path)?.[1];
  const answer = await said;
  return answer && (!wanted || answer.snapshot === Number(wanted)) ? answer : read(path, signal);
}

async function read(path: string, signal?: AbortSignal): Promise<Said> {
  const response = await ask(path, { cache: 'no-cache', signal, headers: { accept: 'application/json' } });
  const number = /^(?:W\/)?"(\d+)-/.exec(response.headers.get('ETag') ?? '')?.[1];
  return { text: await response.text(), snapshot: number === undefined ? undefined : Number(number) };
}

/** Sends JSON. @returns the body of the answer @throws ApiProblem */
export async function post(path: string, body: object): Promise<string> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  return (await ask(path, { method: 'POST', headers, body: JSON.stringify(body) })).text();
}

let tellSignedOut = () => {};

/** What is to happen when the API says that nobody is signed in. */
export function onSignedOut(then: () => void): void {
  tellSignedOut = then;
}

async function ask(path: string, how: RequestInit): Promise<Response> {
  const response = await fetch(`/api${path}`, how).catch(() => {
    throw new ApiProblem(0, 'The server did not answer. Check the connection, then try again.');
  });
  if (response.ok) return response;
  // Somebody may be signed in and only be asked to show once more who they are.
  if (response.status === 401 && !response.headers.has('WWW-Authenticate')) tellSignedOut();
  const problem = await response.json().catch(() => ({}));
  throw new ApiProblem(
    response.status,
    problem.detail ?? `The server answered ${response.status}. Try again, or tell an analyst.`,
  );
}
