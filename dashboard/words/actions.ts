import { longDate } from './dates.ts';

/** "due 30 October 2026, overdue". @param today compared with the day that it is due; nothing is overdue without it */
export const dueInWords = ({ done_on, due }: { done_on: string | null; due: string }, today: string): string =>
  done_on ? `done ${longDate(done_on)}` : `due ${longDate(due)}${due < today ? ', overdue' : ''}`;
