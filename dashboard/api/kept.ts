import type { Said } from './client.ts';

/** More views than anybody goes back through. */
const MOST = 100;
const answers = new Map<string, Said>();

/** Keeps an answer for a view that somebody may come back to. */
export function keep(path: string, said: Said): void {
  answers.delete(path);
  answers.set(path, said);
  if (answers.size > MOST) answers.delete(answers.keys().next().value!);
}

/** Forgets them all: they were for somebody who is no longer there. */
export const forgetAll = (): void => answers.clear();

/** The last answer to a question, if it is of this snapshot: what to show until the API said whether it still holds. */
export function recall(path: string, snapshot: number | undefined): Said | undefined {
  const said = answers.get(path);
  return said && said.snapshot === snapshot ? said : undefined;
}
