// The worker's side: one job after the other, each answered.
import { parentPort } from 'node:worker_threads';
import { Refusal } from '../refusal.ts';
import { type Done, type Job, readWorkbook } from './job.ts';

export type Answer = { done: Done } | { refused: { rule: string; advice: string } } | { failed: unknown };

parentPort!.on('message', async (job: Job) => {
  parentPort!.postMessage(await answer(job));
});

async function answer(job: Job): Promise<Answer> {
  try {
    return { done: await readWorkbook(job) };
  } catch (error) {
    return error instanceof Refusal ? { refused: { rule: error.rule, advice: error.advice } } : { failed: error };
  }
}
