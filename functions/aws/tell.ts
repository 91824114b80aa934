import { SafeguardingError } from '../../etl/errors.ts';
import { unexpected } from '../unexpected.ts';

/** One line of a function's log, for alarms to count and people to find. It holds no identifier. */
export const tell = (event: string, facts: Record<string, string | number | null>): void =>
  console.log(JSON.stringify({ event, ...facts }));

export const tellFailure = (during: string, error: unknown): void =>
  tell('failed', { during, problem: error instanceof SafeguardingError ? error.message : unexpected(error) });
