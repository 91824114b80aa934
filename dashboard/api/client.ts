/** What the API said was wrong, in words fit for the page. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * The body of an answer, as text. The browser keeps the ETag and asks only whether the answer changed.
 * @param path under /api
 * @throws ApiProblem
 */
export const get = (path: string, signal?: AbortSignal): Promise<string> =>
  ask(path, { cache: 'no-cache', signal, headers: { accept: 'application/json' } });

/** Sends JSON. @returns the body of the answer @throws ApiProblem */
export const post = (path: string, body: object): Promise<string> =>
  ask(path, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function ask(path: string, how: RequestInit): Promise<string> {
  const response = await fetch(`/api${path}`, how).catch(() => {
    throw new ApiProblem(0, 'The server did not answer. Check the connection, then try again.');
  });
  if (response.ok) return response.text();
  const problem = await response.json().catch(() => ({}));
  throw new ApiProblem(
    response.status,
    problem.detail ?? `The server answered ${response.status}. Try again, or tell an analyst.`,
  );
}
