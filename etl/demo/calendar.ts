import type { Random } from './random.ts';

/** A day, counted from 1 January 1970. */
export type Day = number;
/** A calendar month, counted from January of the year 0: 2024-11 is 24298. */
export type Month = number;

export const dayOf = (year: number, month: number, day: number): Day => Date.UTC(year, month - 1, day) / 86_400_000;
export const monthOf = (year: number, month: number): Month => year * 12 + month - 1;
export const firstDay = (month: Month): Day => dayOf(Math.floor(month / 12), (month % 12) + 1, 1);
export const lastDay = (month: Month): Day => firstDay(month + 1) - 1;
export const yearOf = (month: Month): number => Math.floor(month / 12);
/** 1 to 12. */
export const monthInYear = (month: Month): number => (month % 12) + 1;
/** The calendar year in which the month's financial year begins. */
export const financialYear = (month: Month): number => Math.floor((month - 3) / 12);
/** 0 for April to 11 for March. */
export const monthInFinancialYear = (month: Month): number => (month - 3) % 12;
/** 1 to 4; April begins the first. */
export const financialQuarter = (month: Month): number => Math.floor(monthInFinancialYear(month) / 3) + 1;
export const endsQuarter = (month: Month): boolean => month % 3 === 2;

const FIRST = dayOf(1990, 1, 1);
const TABLE = Array.from({ length: dayOf(2050, 1, 1) - FIRST }, (_, i) => {
  const iso = new Date((FIRST + i) * 86_400_000).toISOString().slice(0, 10);
  const [y, m, d] = iso.split('-') as [string, string, string];
  return { iso, uk: `${d}/${m}/${y}`, swapped: Number(d) <= 12 ? `${m}/${d}/${y}` : null };
});
const at = (day: Day) => TABLE[day - FIRST]!;

/** yyyy-MM-dd */
export const iso = (day: Day): string => at(day).iso;
/** dd/MM/yyyy */
export const uk = (day: Day): string => at(day).uk;
/** The day with its day and month confused, or itself where no such date exists. */
export const confused = (day: Day): Day => {
  const text = at(day).swapped;
  return text ? dayOf(Number(text.slice(6)), Number(text.slice(3, 5)), Number(text.slice(0, 2))) : day;
};

const pad = (n: number) => String(n).padStart(2, '0');
const CLOCK = Array.from({ length: 1440 }, (_, i) => `${pad(Math.floor(i / 60))}:${pad(i % 60)}`);
/** HH:MM of a minute of the day. */
export const clock = (minute: number): string => CLOCK[minute]!;

export const monthDay = (day: Day): Month => monthOf(Number(iso(day).slice(0, 4)), Number(iso(day).slice(5, 7)));
/** The same day of the year before; 29 February gives 28 February. */
export function yearBefore(day: Day): Day {
  const [y, m, d] = iso(day).split('-').map(Number) as [number, number, number];
  return dayOf(y - 1, m, m === 2 && d === 29 ? 28 : d);
}
/** Surely under 18: two days short of the 18th birthday at most, whatever the leap years. */
export const isChild = (born: Day, day: Day): boolean => born <= day && day - born < 6572;

/** The date at which a clock stands in the partnership's own time zone. */
export function dateOf(now: Date): Day {
  const [y, m, d] = now.toLocaleDateString('en-CA', { timeZone: 'Europe/London' }).split('-').map(Number) as [
    number,
    number,
    number,
  ];
  return dayOf(y, m, d);
}

/** Sorted days of `count` events in a month; `week` weighs Sunday to Saturday. */
export function daysOfEvents(r: Random, month: Month, week: readonly number[], count: number): Int32Array {
  const first = firstDay(month);
  const sums: number[] = [];
  let total = 0;
  for (let day = first; day <= lastDay(month); day++) sums.push((total += week[(day + 4) % 7]!));
  const days = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const mark = r() * total;
    days[i] = first + sums.findIndex((sum) => mark < sum);
  }
  return days.toSorted();
}
