import type { Command } from 'commander';
import { progressLine } from './progress.ts';
import { type Common, verb, whole } from './verb.ts';

interface Options extends Common {
  port?: number;
}

export const start = (program: Command) =>
  verb(program, 'start', 'serve the dashboard, and land what is dropped into the inbox')
    .option('--port <port>', 'the port to listen on (default: the first free one from 8080)', whole(0, 65_535))
    .action(run);

async function run({ data, json, port }: Options): Promise<void> {
  const { startLocal } = await import('../local/start.ts');
  const progress = progressLine();
  const local = await startLocal({
    data,
    port,
    onProgress: progress.show,
    log: (line) => console.error(line),
  }).finally(progress.end);
  console.log(json ? JSON.stringify({ dashboard: local.url }) : `Dashboard: ${local.url}`);
  const leave = () => void local.close().then(() => process.exit());
  process.once('SIGINT', leave).once('SIGTERM', leave);
}
