import type { Reason } from './receipt.ts';

/** Thrown when a file as a whole cannot be taken. It becomes a refused receipt, never a crash. */
export class Refusal extends Error {
  override name = 'Refusal';
  constructor(
    readonly rule: string,
    readonly advice: string,
  ) {
    super(`${rule}: ${advice}`);
  }

  get reason(): Reason {
    return { rule: this.rule, column: null, severity: 'refuse', rows: 0, advice: this.advice, example_rows: [] };
  }
}
