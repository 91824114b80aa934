// What runs per event or request, and the command. This file: the one way to speak of an error that nobody foresaw.

const debug = Boolean(process.env.DEBUG);

/**
 * What may be said of an unexpected error. Its message may hold a cell's value (an engine quotes what it could not cast),
 * so only its kind and place are told; everything with DEBUG set.
 */
export function unexpected(error: unknown): string {
  if (debug && error instanceof Error) return error.stack ?? error.message;
  const code = (error as NodeJS.ErrnoException | null)?.code;
  const kind = error instanceof Error ? error.name : 'Error';
  return `Something went wrong that should not (${code ?? kind}). Run it again with DEBUG=1 in the environment to see where; the output may then hold data.`;
}
