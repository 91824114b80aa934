import { Worker } from 'node:worker_threads';
import { Refusal } from '../refusal.ts';
import type { Done, Job } from './job.ts';
import { WORKER_LIMITS, type WorkerLimits } from './limits.ts';
import { tooLarge } from './refusals.ts';
import type { Answer } from './serve.ts';

/**
 * A reader of workbooks in a thread of its own, one at a time. The thread is started by the first workbook and kept for the next, unless
 * one is too much for it: then that one is refused, and the next gets a new thread.
 */
export function workbookReader(limits: WorkerLimits = WORKER_LIMITS): (job: Job) => Promise<Done> {
  let idle: Worker | undefined;
  let before: Promise<unknown> = Promise.resolve();
  const forget = (worker: Worker) => {
    if (idle === worker) idle = undefined;
  };
  const read = async (job: Job): Promise<Done> => {
    const worker = idle ?? start(limits, forget);
    idle = undefined;
    const answer = await ask(worker, job, limits.seconds);
    idle = worker;
    if ('done' in answer) return answer.done;
    throw 'refused' in answer ? new Refusal(answer.refused.rule, answer.refused.advice) : answer.failed;
  };
  return (job) => {
    const turn = before.then(() => read(job));
    before = turn.catch(() => {});
    return turn;
  };
}

function start({ heapMegabytes }: WorkerLimits, onEnd: (worker: Worker) => void): Worker {
  const worker = new Worker(new URL('./worker.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  // A thread may also end between two workbooks; nobody waits for it then.
  worker.on('error', () => onEnd(worker));
  worker.unref();
  return worker;
}

async function ask(worker: Worker, job: Job, seconds: number): Promise<Answer> {
  worker.ref();
  try {
    return await answerOf(worker, job, seconds);
  } catch (error) {
    await worker.terminate();
    throw error;
  } finally {
    worker.unref();
  }
}

const answerOf = (worker: Worker, job: Job, seconds: number): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(tooLarge(`The workbook could not be read in ${seconds} seconds.`)),
      seconds * 1000,
    );
    const answered = (answer: Answer) => {
      clearTimeout(late);
      worker.off('error', died);
      resolve(answer);
    };
    const died = (error: NodeJS.ErrnoException) => {
      clearTimeout(late);
      worker.off('message', answered);
      reject(isOutOfMemory(error) ? tooLarge('The workbook needs too much memory to be read.') : error);
    };
    worker.once('message', answered).once('error', died);
    worker.postMessage(job);
  });

const isOutOfMemory = (error: NodeJS.ErrnoException) => error.code === 'ERR_WORKER_OUT_OF_MEMORY';
