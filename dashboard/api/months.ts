const [YEAR, MONTH] = [(d: string) => Number(d.slice(0, 4)), (d: string) => Number(d.slice(5, 7))];
/** Months since year 0, so that months can be added and compared. */
export const monthNumber = (date: string) => YEAR(date) * 12 + MONTH(date) - 1;
/** The first day of a month number. */
export const firstOfMonth = (n: number) =>
  `${String(Math.floor(n / 12)).padStart(4, '0')}-${String((n % 12) + 1).padStart(2, '0')}-01`;
