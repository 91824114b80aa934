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
const askedAhead = new Map<string, { said: Promise<Said>; came?: Said }>();

/**
 * Asks what a page is about to ask, while its code is still on its way. Nobody else gets that answer, and none waits for long.
 * @param path under /api; one of no snapshot is answered from the newest, which most pages show
 */
export function askAhead(path: string): Promise<Said> {
  const ahead: { said: Promise<Said>; came?: Said } = { said: read(path) };
  askedAhead.set(path, ahead);
  const forget = () => setTimeout(() => askedAhead.get(path) === ahead && askedAhead.delete(path), KEPT_AHEAD_MS);
  ahead.said.then((said) => (ahead.came = said)).then(forget, forget);
  return ahead.said;
}

/** Settles when all that was asked ahead is answered, or failed. */
export const answersAhead = (): Promise<unknown> =>
  Promise.allSettled([...askedAhead.values()].map(({ said }) => said));

const AS_AT = /[?&]as_at=(\d+)$/;

/** What was asked ahead for this path: for it as it is, or for the newest figures, which do when they are of its snapshot. */
function aheadOf(path: string) {
  const key = askedAhead.has(path) ? path : path.replace(AS_AT, '');
  const wanted = AS_AT.exec(path)?.[1];
  const fits = (said: Said) => wanted === undefined || said.snapshot === Number(wanted);
  return { key, asked: askedAhead.get(key), fits };
}

/** What was asked ahead for this path, if it has come already: it can be shown before anything is drawn. */
export function cameAhead(path: string): Said | undefined {
  const { asked, fits } = aheadOf(path);
  return asked?.came && fits(asked.came) ? asked.came : undefined;
}

/**
 * What the API says, as text. The browser keeps the ETag and asks only whether the answer changed.
 * @param path under /api
 * @throws ApiProblem
 */
export async function get(path: string, signal?: AbortSignal): Promise<Said> {
  const { key, asked, fits } = aheadOf(path);
  askedAhead.delete(key);
  const answer = await asked?.said;
  return answer && fits(answer) ? answer : read(path, signal);
}

async function read(path: string, signal?: AbortSignal): Promise<Said> {
  const response = await ask(path, { cache: 'no-cache', signal, headers: { accept: 'application/json' } });
  const number = /^(?:W\/)?"(\d+)-/.exec(response.headers.get('ETag') ?? '')?.[1];
  return { text: await response.text(), snapshot: number === undefined ? undefined : Number(number) };
}

/** Sends JSON. @returns the body of the answer @throws ApiProblem */
export async function post(path: string, body: object): Promise<string> {
  const text = JSON.stringify(body);
  const headers = {
    accept: 'application/json',
    'content-type': 'application/json',
    // CloudFront signs what it passes on to a function, and takes the hash of a body from whoever sends it.
    'x-amz-content-sha256': await sha256(text),
  };
  return (await ask(path, { method: 'POST', headers, body: text })).text();
}

async function sha256(text: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

let tellSignedOut: (() => void) | undefined;
let isSignedOut = false;

/** What is to happen when the API says that nobody is signed in, also where it said so before. */
export function onSignedOut(then: () => void): void {
  tellSignedOut = then;
  if (isSignedOut) then();
}

function noteSignedOut(): void {
  isSignedOut = true;
  askedAhead.clear();
  tellSignedOut?.();
}

async function ask(path: string, how: RequestInit): Promise<Response> {
  const response = await fetch(`/api${path}`, how).catch(() => {
    throw new ApiProblem(0, 'The server did not answer. Check the connection, then try again.');
  });
  if (response.ok) return response;
  // Somebody may be signed in and only be asked to show once more who they are.
  if (response.status === 401 && !response.headers.has('WWW-Authenticate')) noteSignedOut();
  const problem = await response.json().catch(() => ({}));
  throw new ApiProblem(
    response.status,
    problem.detail ?? `The server answered ${response.status}. Try again, or tell an analyst.`,
  );
}
