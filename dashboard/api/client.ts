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
export async function get(path: string, signal?: AbortSignal): Promise<string> {
  const response = await fetch(`/api${path}`, {
    cache: 'no-cache',
    signal,
    headers: { accept: 'application/json' },
  }).catch(() => {
    throw new ApiProblem(0, 'The server did not answer. Check the connection, then try again.');
  });
  if (response.ok) return response.text();
  const problem = await response.json().catch(() => ({}));
  throw new ApiProblem(
    response.status,
    problem.detail ?? `The server answered ${response.status}. Try again, or tell an analyst.`,
  );
}
