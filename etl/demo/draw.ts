import { type Day, type Month, isChild } from './calendar.ts';
import type { Child, Family, People } from './people.ts';
import { type Random, int, pick } from './random.ts';

/** A family with a child on that day, the harder its life the likelier. */
export function anyFamily(r: Random, people: People, month: Month): Family {
  const oldest = Math.max(0, people.begunBefore(month - 12 * 23));
  const count = Math.max(1, people.begunBefore(month) - oldest);
  for (;;) {
    const family = people.families[oldest + int(r, count)]!;
    if (r() < family.hardship) return family;
  }
}

/** A child under 18 on that day of whom `fits` is true, or undefined when many draws found none. */
export function anyChild(
  r: Random,
  people: People,
  month: Month,
  day: Day,
  fits: (child: Child) => boolean = () => true,
): Child | undefined {
  for (let tries = 0; tries < 4000; tries++) {
    const child = pick(r, anyFamily(r, people, month).children);
    if (isChild(child.born, day) && fits(child)) return child;
  }
  return undefined;
}
