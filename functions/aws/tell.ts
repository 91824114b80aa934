import { SafeguardingError } from '../../etl/errors.ts';
import { unexpected } from '../unexpected.ts';

/** One line of a function's log, for alarms to count and people to find. It holds no identifier. */
export const tell = (event: string, facts: Record<string, string | number | null>): void =>
  console.log(JSON.stringify({ event, ...facts }));

/** @returns what was told */
export function tellFailure(during: string, error: unknown): string {
  const problem = error instanceof SafeguardingError ? error.message : unexpected(error);
  tell('failed', { during, problem });
  return problem;
}

/**
 * Does a function's work, and tells where it fails.
 * @throws Error with what was told and nothing else: AWS logs whatever a function throws, and an engine's words may hold a cell's value
 */
export async function orTell(during: string, work: () => Promise<void>): Promise<void> {
  const problem = await work().then(
    () => undefined,
    (error: unknown) => tellFailure(during, error),
  );
  if (problem !== undefined) throw new Error(problem);
}
