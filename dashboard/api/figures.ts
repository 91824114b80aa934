import type { Accessor } from 'solid-js';
import { type Answer, createAnswer } from './answer.ts';
import { useLive } from './live.ts';
import { ofSnapshot } from './paths.ts';

/**
 * Asks the API for figures of the snapshot that the page shows. One that is built meanwhile answers nothing before it is accepted,
 * also not what is unfolded later.
 * @param path under /api; nothing is asked while it is undefined
 */
export function createFigures<T>(path: Accessor<string | undefined>): Answer<T> {
  const { number } = useLive();
  return createAnswer<T>(() => {
    const [asked, snapshot] = [path(), number()];
    return asked !== undefined && snapshot !== undefined ? ofSnapshot(asked, snapshot) : undefined;
  });
}
