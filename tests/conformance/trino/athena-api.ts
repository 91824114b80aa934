// Athena's interface over a real Trino: what the adapter sends goes by the real client over HTTP and is truly run.
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { dirname, join } from 'node:path';
import { runTrino, type Outcome, type Trino } from './server.ts';

type Status = { State: string; StateChangeReason?: string; AthenaError?: object };
/** How the next statement fares instead of being run, or the next request instead of being answered. */
type Fate = 'throttled' | 'lost' | 'internal error' | 'cancelled' | 'never ends';

export interface AthenaApi {
  endpoint: string;
  /** What was sent, in order. */
  sent: string[];
  stopped: string[];
  /** What the next ones come to; then all goes well again. */
  fates: Fate[];
  close(): void;
}

const DATABASE = 'safeguarding';

/** @param folder the bucket of the lake: what the adapter calls `s3://lake/` */
export async function athenaApi(trino: Trino, folder: string): Promise<AthenaApi> {
  const schema = await runTrino(trino, `create schema if not exists lake.${DATABASE}`);
  if (schema.error) throw new Error(schema.error.message);
  const executions = new Map<string, Status>();
  const byToken = new Map<string, string>();
  const api = { sent: [] as string[], stopped: [] as string[], fates: [] as Fate[] };

  const run = async (id: string, sql: string) => {
    const fate = api.fates[0];
    if (fate === 'internal error' || fate === 'cancelled' || fate === 'never ends') {
      api.fates.shift();
      executions.set(id, FATES[fate]);
      return;
    }
    executions.set(id, { State: 'RUNNING' });
    const outcome = await translated(sql, folder)(trino).catch((error: Error) => failed('GENERIC', error.message));
    executions.set(id, statusOf(outcome));
  };

  const actions: Record<string, (input: Record<string, string>) => object> = {
    StartQueryExecution({ QueryString, ClientRequestToken }) {
      const known = byToken.get(ClientRequestToken!);
      if (known) return { QueryExecutionId: known };
      const id = randomUUID();
      byToken.set(ClientRequestToken!, id);
      api.sent.push(QueryString!);
      void run(id, QueryString!);
      return { QueryExecutionId: id };
    },
    GetQueryExecution: ({ QueryExecutionId: id }) => ({
      QueryExecution: { QueryExecutionId: id, Status: executions.get(id!) },
    }),
    StopQueryExecution({ QueryExecutionId: id }) {
      api.stopped.push(id!);
      return {};
    },
  };

  const server = createServer(async (request, response) => {
    const answer = (code: number, body: object) => {
      response.writeHead(code, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
    };
    const action = String(request.headers['x-amz-target']).replace('AmazonAthena.', '');
    const input = JSON.parse(await bodyOf(request)) as Record<string, string>;
    if (api.fates[0] === 'throttled' && api.fates.shift())
      return answer(400, {
        __type: 'TooManyRequestsException',
        Message: 'Rate exceeded',
        Reason: 'CONCURRENT_QUERY_LIMIT_EXCEEDED',
      });
    const result = actions[action]!(input);
    if (api.fates[0] === 'lost' && api.fates.shift()) return request.socket.destroy();
    return answer(200, result);
  });
  const endpoint = await listening(server);
  return Object.assign(api, { endpoint, close: () => server.close() });
}

const FATES = {
  'internal error': {
    State: 'FAILED',
    StateChangeReason: 'GENERIC_INTERNAL_ERROR: the machine of Ann Example went away',
    AthenaError: { ErrorCategory: 1, ErrorType: 0, Retryable: true },
  },
  cancelled: { State: 'CANCELLED', StateChangeReason: 'Bytes scanned limit was exceeded' },
  'never ends': { State: 'RUNNING' },
} satisfies Partial<Record<Fate, Status>>;

const failed = (name: string, message: string): Outcome => ({ rows: [], error: { name, type: 'USER_ERROR', message } });

const statusOf = ({ error }: Outcome): Status =>
  error
    ? {
        State: 'FAILED',
        StateChangeReason: `${error.name}: ${error.message}`,
        AthenaError: { ErrorCategory: error.type === 'USER_ERROR' ? 2 : 1, ErrorType: 0, Retryable: false },
      }
    : { State: 'SUCCEEDED' };

const UNLOAD = /^UNLOAD \((SELECT [^]+)\) TO 's3:\/\/lake\/([\w/-]+\/)' WITH \(format = 'PARQUET'\)$/;
const DECLARATION =
  /^CREATE EXTERNAL TABLE IF NOT EXISTS `(\w+)`\.`(\w+)` \((.+)\) STORED AS PARQUET LOCATION 's3:\/\/lake\/([\w/-]+\/)'$/;

/** What Athena itself does with its own two statements, said in Trino's words; the query inside goes through as it is. */
function translated(sql: string, bucket: string): (trino: Trino) => Promise<Outcome> {
  const declaration = DECLARATION.exec(sql);
  if (declaration) {
    const [, database, table, columns, key] = declaration;
    const typed = columns!
      .replaceAll('`', '"')
      .replaceAll(/" string\b/g, '" varchar')
      .replaceAll(/" int\b/g, '" integer');
    const place = `external_location = 'file://${join(bucket, key!)}', format = 'PARQUET'`;
    return (trino) =>
      runTrino(trino, `create table if not exists lake."${database}"."${table}" (${typed}) with (${place})`);
  }
  const unload = UNLOAD.exec(sql);
  if (!unload)
    return async () => failed('SYNTAX_ERROR', 'line 1:1: this is none of the statements that are known here');
  const [, query, key] = unload;
  return (trino) => unloaded(trino, query!, join(bucket, key!));
}

async function unloaded(trino: Trino, query: string, folder: string): Promise<Outcome> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    return failed('HIVE_PATH_ALREADY_EXISTS', 'the destination has data');
  mkdirSync(dirname(folder), { recursive: true });
  const table = `lake.${DATABASE}."unload_${randomUUID()}"`;
  const place = `external_location = 'file://${folder}', format = 'PARQUET'`;
  const made = await runTrino(trino, `create table ${table} with (${place}) as ${query}`);
  // Where no rows were written there is no folder, which a local disk minds and S3 does not.
  if (made.error?.message === 'External table location does not exist') return { rows: [] };
  if (made.error) return made;
  await runTrino(trino, `drop table ${table}`);
  // Checksums, which a local disk gets and S3 does not.
  for (const name of readdirSync(folder)) if (name.startsWith('.')) rmSync(join(folder, name), { recursive: true });
  return made;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
}
