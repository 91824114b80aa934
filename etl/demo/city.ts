import type { Month } from './calendar.ts';
import { type People, people } from './people.ts';
import { type MonthPlan, planOf } from './plan.ts';

/** What every stream of events draws from. */
export interface City {
  seed: number;
  /** Children under 18, in units of 60,000. */
  scale: number;
  people: People;
  plan(month: Month): MonthPlan;
}

export const REAL_CHILDREN = 60_000;

/** @param until the last month wanted */
export function city(seed: number, children: number, until: Month): City {
  const scale = children / REAL_CHILDREN;
  return { seed, scale, people: people(seed, children, until), plan: planOf(seed, scale) };
}
