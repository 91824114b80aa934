import type { MonthOfEvents } from '../history.ts';

/** One file as an agency sends it. */
export interface DemoFile {
  extract: string;
  name: string;
  content: string | Buffer;
}

/** Turns the months, one after the other, into an agency's files: a file is returned when its period ends or the history does. */
export type Writer = (events: MonthOfEvents) => DemoFile[];
