import { statSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';

/** What every verb can be told. */
export interface Common {
  data: string;
  json?: true;
}

/** Adds a verb with the options that all verbs have. */
export const verb = (program: Command, usage: string, description: string): Command =>
  program
    .command(usage)
    .description(description)
    .option('--data <dir>', 'the data folder', folder, './data')
    .option('--json', 'print JSON');

function folder(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? true) return path;
  throw new InvalidArgumentError('It is a file. Expected a folder, or the name of a new one.');
}

/** For an option that is a whole number of at least `least`, and of at most `most` where there is such a limit. */
export const whole = (least: number, most?: number) => (text: string) => {
  if (/^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= (most ?? Infinity)) return Number(text);
  throw new InvalidArgumentError(
    `Expected a whole number ${most ? `from ${least} to ${most}` : `of at least ${least}`}.`,
  );
};
