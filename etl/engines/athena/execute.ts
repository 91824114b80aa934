import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import {
  type AthenaClient,
  GetQueryExecutionCommand,
  InvalidRequestException,
  type QueryExecutionStatus,
  StartQueryExecutionCommand,
  StopQueryExecutionCommand,
} from '@aws-sdk/client-athena';
import { SafeguardingError } from '../../errors.ts';

export interface Athena {
  client: AthenaClient;
  database: string;
  workGroup: string;
  /** How long a statement may take, in milliseconds. */
  patience: number;
}

/** A statement that failed for a reason that may be gone the next time. */
class MayPass extends SafeguardingError {}

const TRIES = 3;
const [FIRST_PAUSE, LONGEST_PAUSE] = [100, 2000];
/** AthenaError.ErrorCategory of what a query did wrong; 1 is the system and 3 anything else. */
const BY_USER = 2;

/** Does again what failed for a reason that may be gone. */
export async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof MayPass) || tries === TRIES) throw error;
    }
  }
}

/**
 * Runs a statement to its end.
 * @param what a query that fails is the analyst's where Athena says so; a declaration is ours
 * @throws SafeguardingError (unavailable) when Athena does not serve; Error with Athena's complaint about a query
 */
export async function execute(athena: Athena, sql: string, what: 'query' | 'declaration'): Promise<void> {
  const id = await start(athena, sql);
  const status = await ended(athena, id);
  if (status.State === 'SUCCEEDED') return;
  const { ErrorCategory, Retryable } = status.AthenaError ?? {};
  // The complaint may quote a value: whoever catches it decides what of it is shown.
  if (what === 'query' && status.State === 'FAILED' && ErrorCategory === BY_USER && !Retryable)
    throw new Error(status.StateChangeReason ?? 'FAILED');
  const fails = Retryable || (what === 'declaration' && status.State === 'FAILED') ? MayPass : SafeguardingError;
  throw new fails(
    'unavailable',
    `Athena ${status.State === 'CANCELLED' ? 'cancelled' : 'could not run'} a ${what}. Its console says why, under ${id}.`,
  );
}

async function start({ client, database, workGroup }: Athena, sql: string): Promise<string> {
  const command = new StartQueryExecutionCommand({
    QueryString: sql,
    QueryExecutionContext: { Database: database },
    WorkGroup: workGroup,
    // A start whose answer was lost is asked for again by the client, and is then not a second one.
    ClientRequestToken: randomUUID(),
  });
  try {
    return (await client.send(command)).QueryExecutionId!;
  } catch (error) {
    if (error instanceof InvalidRequestException && error.AthenaErrorCode === 'MALFORMED_QUERY')
      throw new Error(`SYNTAX_ERROR: ${error.message}`, { cause: error });
    throw doesNotServe(error);
  }
}

/** Waits for the end of a statement; one that takes too long is stopped. */
async function ended({ client, patience }: Athena, id: string): Promise<QueryExecutionStatus> {
  const until = Date.now() + patience;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    const told = await client.send(new GetQueryExecutionCommand({ QueryExecutionId: id })).catch(doesNotServe);
    if (told instanceof SafeguardingError) throw told;
    const status = told.QueryExecution!.Status!;
    if (status.State !== 'QUEUED' && status.State !== 'RUNNING') return status;
    if (Date.now() >= until) {
      await client.send(new StopQueryExecutionCommand({ QueryExecutionId: id })).catch(() => {});
      throw new SafeguardingError('unavailable', `Athena took too long and was stopped. Its console tells of ${id}.`);
    }
    await setTimeout(pause);
  }
}

const doesNotServe = (error: unknown) =>
  new SafeguardingError('unavailable', `Athena does not serve now (${(error as Error).name}).`);
