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
    .option('--data <dir>', 'the data folder', './data')
    .option('--json', 'print JSON');

/** For an option that is a whole number of at least `least`. */
export const whole = (least: number) => (text: string) => {
  if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text);
  throw new InvalidArgumentError(`Expected a whole number of at least ${least}.`);
};
