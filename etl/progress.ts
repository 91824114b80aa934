/** Told as work goes on: so many of so many steps are done, and what is being done now. */
export type Progress = (done: number, total: number, what: string) => void;
