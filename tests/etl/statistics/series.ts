/** Values of following months, from April 2022. */
export const months = (values: readonly (number | null)[]) => values.map((value, i) => ({ date: dateOf(i), value }));

/** The first day of the month so many after April 2022. */
export const dateOf = (i: number) => new Date(Date.UTC(2022, 3 + i, 1)).toISOString().slice(0, 10);

/** A process without a signal: up and down by turns, with a mean of its own and no point outside. */
export const steady = (length: number, around = 50) =>
  Array.from({ length }, (_, i) => around + [4, -3, 2, -5, 3, -1][i % 6]!);
