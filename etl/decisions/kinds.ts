// What people decide or note, in rows that are dated and have an owner and a source. One schema checks them, types them and documents them.
import { z } from 'zod';
import { identifiersIn } from './identifiers.ts';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;
const day = z.iso
  .date({ error: 'Expected a date such as 2026-10-31.', abort: true })
  .refine((d) => Number(d.slice(0, 4)) >= FIRST_YEAR && Number(d.slice(0, 4)) <= LAST_YEAR, {
    error: `Expected a date from ${FIRST_YEAR} to ${LAST_YEAR}.`,
  });

/** Words that people typed: refused where they hold what tells who a child is. */
const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'Expected some words.')
    .max(most, `Expected at most ${most} characters.`)
    .superRefine((typed, context) => {
      for (const found of identifiersIn(typed)) context.addIssue({ code: 'custom', message: found });
    });

const id = z.string().regex(/^[a-z][a-z0-9-]{0,80}$/, 'Expected the id of a KPI.');
const ofOneKpi = { kpi: id };
const ofOneOrAll = { kpi: id.nullable().describe('null: all KPIs') };
const said = {
  on: day.describe('When it happened, was agreed, or begins to hold'),
  owner: words(80).describe('The person or group who answers for it'),
  source: words(200).describe('Where it was agreed or can be read'),
};

const target = z.strictObject({
  kind: z.literal('target'),
  ...ofOneKpi,
  ...said,
  until: day.nullable().describe('The last day on which it holds; null: until the next one'),
  value: z.number().min(0).max(1_000_000_000).describe("In the KPI's unit"),
});
const rebase = z.strictObject({
  kind: z.literal('rebase'),
  ...ofOneKpi,
  ...said,
  text: words(300).describe('Why the process is another one from that day on'),
  decided_on: day,
});
const meeting = z.strictObject({ kind: z.literal('meeting'), ...said, text: words(120) });
const event = z.strictObject({ kind: z.literal('event'), ...ofOneOrAll, ...said, text: words(300) });
const comment = z.strictObject({ kind: z.literal('comment'), ...ofOneOrAll, ...said, text: words(600) });
const action = z.strictObject({
  kind: z.literal('action'),
  ...ofOneOrAll,
  ...said,
  text: words(300),
  due: day,
  done_on: day.nullable(),
});

/** One decision or note, as it is kept. */
export const decision = z
  .discriminatedUnion('kind', [target, meeting, event, comment, action, rebase])
  .superRefine((d, context) => {
    const end = d.kind === 'target' ? d.until : d.kind === 'action' ? d.due : null;
    if (end !== null && end < d.on)
      context.addIssue({
        code: 'custom',
        path: [d.kind === 'target' ? 'until' : 'due'],
        message: 'Expected a date that is not before "on".',
      });
  });
export type Decision = z.infer<typeof decision>;

/** What is asked to be kept: a new row, a correction of one (`replaces`), or its withdrawal (`replaces`, and no decision). */
export const entry = z
  .strictObject({
    by: words(80).describe('Who enters it'),
    replaces: z
      .number()
      .int()
      .positive()
      .nullable()
      .describe('The number of the row that this one corrects or withdraws'),
    why: words(300).nullable().describe('Why it is corrected or withdrawn; null for a new row'),
    decision: decision.nullable().describe('null: the row is withdrawn'),
  })
  .superRefine(({ replaces, why, decision: d }, context) => {
    const need = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (replaces === null && d === null)
      need('decision', 'Expected a decision: only a row that is there can be withdrawn.');
    if (replaces === null && why !== null) need('why', 'Expected null for a new row.');
    if (replaces !== null && why === null) need('why', 'Expected the reason for changing a row.');
  });
export type Entry = z.infer<typeof entry>;
