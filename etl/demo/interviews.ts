import type { Episode } from './missing.ts';
import { yearOf, monthDay } from './calendar.ts';
import { dayOfMinute } from './missing.ts';
import { int, random } from './random.ts';

/** A return home interview, once an episode has ended. `completed` in local minutes, null where there was none. */
export interface Interview {
  episode: Episode;
  offered: boolean;
  accepted: boolean;
  completed: number | null;
}

/** Share of interviews held within 72 hours, by calendar year: it fell with the pressure of 2024 and has risen since. */
const PROMPT: Record<number, number> = { 2022: 0.66, 2023: 0.65, 2024: 0.61, 2025: 0.73, 2026: 0.83 };

/** The interview of an episode, or null where the council has no row for it. */
export function interview(seed: number, episode: Episode): Interview | null {
  const r = random(seed, 'interview', episode.id);
  if (r() < 0.03) return null;
  const offered = r() < 0.93;
  const accepted = offered && r() < 0.8;
  const prompt = PROMPT[Math.min(2026, yearOf(monthDay(dayOfMinute(episode.returned))))] ?? 0.66;
  const wait = r() < prompt ? 180 + int(r, 4100) : 4330 + int(r, 7 * 1440);
  return { episode, offered, accepted, completed: accepted && r() < 0.95 ? episode.returned + wait : null };
}
