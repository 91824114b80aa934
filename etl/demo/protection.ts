import { type Day, type Month, firstDay, isChild, lastDay } from './calendar.ts';
import type { City } from './city.ts';
import { anyFamily } from './draw.ts';
import type { Child } from './people.ts';
import { type Random, between, int, random, shuffle, weighted } from './random.ts';

/** A child protection plan. `end` is null while nobody has decided to end it. */
export interface Plan {
  child: Child;
  start: Day;
  end: Day | null;
  category: string;
}

export interface Protection {
  /** The plans that begin in a month, apart from those of the MACE cohort. */
  begin(month: Month): void;
  /** Starts or ends plans in the quarter that ends with this month until exactly so many of the children have an open one. */
  keepPlans(r: Random, month: Month, children: Child[], wanted: number): void;
  /** All plans, in order of start. */
  plans(): Plan[];
}

/** A plan is open at a day until the day before its end. */
const isOpenAt = (plan: Plan, day: Day): boolean => plan.start <= day && (plan.end === null || plan.end > day);

const STARTS_A_MONTH = 19;
const category = weighted([['NEG', 40], ['EMO', 33], ['PHY', 9], ['SAB', 6], ['MUL', 12]]); // prettier-ignore

/** Child protection plans; a child has one at most. Children ready to go missing are left to the MACE cohort. */
export function protection(city: City): Protection {
  const { seed, people, scale } = city;
  const all = new Map<Child, Plan>();

  const start = (r: Random, child: Child, day: Day, end: Day | null) =>
    void all.set(child, { child, start: day, end, category: category(r) });

  function begin(month: Month): void {
    const r = random(seed, 'protection', month);
    let left = Math.round(STARTS_A_MONTH * scale + r() * 6 * scale);
    while (left > 0) {
      const day = between(r, firstDay(month), lastDay(month));
      const siblings = anyFamily(r, people, month).children.filter(
        (c) => isChild(c.born, day + 60) && c.restless <= 0.82 && !all.has(c),
      );
      for (const child of siblings.slice(0, left)) {
        // A few leave before they began: the agency's slip, kept with a warning.
        start(r, child, day, r() < 0.01 ? day - 3 : day + 60 + int(r, 560));
        left--;
      }
    }
  }

  function keepPlans(r: Random, month: Month, children: Child[], wanted: number): void {
    const at = lastDay(month);
    const withPlan = children.filter((child) => all.has(child) && isOpenAt(all.get(child)!, at));
    const without = shuffle(
      r,
      children.filter((child) => !all.has(child)),
    );
    for (const child of without.slice(0, Math.max(0, wanted - withPlan.length)))
      start(r, child, between(r, firstDay(month - 2), at), null);
    for (const child of withPlan.slice(wanted))
      all.get(child)!.end = between(r, Math.max(firstDay(month), all.get(child)!.start + 1), at);
    const inCohort = new Set(children);
    for (const plan of all.values())
      if (plan.end === null && !inCohort.has(plan.child))
        plan.end = Math.max(plan.start + 1, between(r, firstDay(month), at));
  }

  const plans = () => [...all.values()].toSorted((a, b) => a.start - b.start || a.child.number - b.child.number);
  return { begin, keepPlans, plans };
}
