// Whose turn it is to ask: what is read first on a page is answered alone, and the rest of the page after it.
import { createContext, useContext } from 'solid-js';

/** No question waits for its turn longer, however slow the first answers are. */
const AT_MOST_MS = 500;

/** Whether a part of a page comes after what is read first. */
export const Below = createContext(false);

const first = new Set<Promise<unknown>>();

/** Calls back when the browser has nothing else to do, and soon in any case. @returns what stops it */
export function whenIdle(then: () => void): () => void {
  // Safari has no idle callback.
  if (!globalThis.requestIdleCallback) {
    const timer = setTimeout(then, AT_MOST_MS);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(then, { timeout: AT_MOST_MS });
  return () => cancelIdleCallback(idle);
}

/**
 * Asks in turn: at once for what is read first on a page; for what comes after that (`Below`), when those are answered and drawn.
 * Called while a part of a page is made, since that is when its place is known.
 */
export function createTurn(): <T>(ask: () => Promise<T>) => Promise<T> {
  return useContext(Below) ? below : above;
}

function above<T>(ask: () => Promise<T>): Promise<T> {
  const answer = ask();
  first.add(answer);
  const forget = () => first.delete(answer);
  answer.then(forget, forget);
  return answer;
}

async function below<T>(ask: () => Promise<T>): Promise<T> {
  // Questions of one change of view begin in one task: those above may begin after this one.
  await Promise.resolve();
  if (first.size > 0) {
    const answered = Promise.allSettled(first);
    const late = new Promise((resolve) => setTimeout(resolve, AT_MOST_MS));
    await Promise.race([answered, late]);
    await new Promise<void>(whenIdle);
  }
  return ask();
}
