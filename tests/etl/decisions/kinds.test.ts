import { describe, expect, it } from 'vitest';
import { identifiersIn } from '../../../etl/decisions/identifiers.ts';
import { decision, entry } from '../../../etl/decisions/kinds.ts';

describe('what may tell who a child is', () => {
  it.each([
    ['NHS 999 000 0018', 'NHS number'],
    ['NHS 9990000018', 'NHS number'],
    ['see 999-000-0018.', 'NHS number'],
    ['see 999–000–0018', 'NHS number'],
    ['see 999\u00a0000\u200b 0018', 'NHS number'],
    ['９９９ ０００ ００１８', 'NHS number'],
    ['PNC 2001/1234567A', 'PNC number'],
    ['pnc 01/123456x', 'PNC number'],
    ['UPN A123456789012', 'unique pupil number'],
    ['crime 12345678', 'long number'],
    ['URN 20/947395/P', 'police reference'],
    ['ring 07700 900123', 'telephone number'],
    ['ask ann@example.org', 'e-mail address'],
    ['patient RJE10171', 'number like that of a case'],
    ['episode MIS006805', 'number like that of a case'],
    ['lives at ST1 4AB', 'postcode'],
    ['lives at st14ab', 'postcode'],
    ['12/03/2011', 'date in figures'],
    ['12.3.11', 'date in figures'],
    ['2011-03-12', 'date in figures'],
    ['12 March 2011', 'date of long ago'],
    ['March 12th, 2011', 'date of long ago'],
    ['born 12 March', 'date of birth'],
    ['DOB in spring 2023', 'date of birth'],
  ])('is found in "%s"', (text, what) => {
    const found = identifiersIn(text).join(' ');
    expect(found).toContain(what);
    for (const part of text.match(/\d{3,}/g) ?? []) if (part !== '2026') expect(found).not.toContain(part);
  });

  it.each([
    'Triage began on 1 September 2024',
    'From 31 October 2026 every notice is triaged daily; 1,482 notices and 71% in time',
    'Board paper 7, item 3, 2026-27',
    'Targets for 2024-25 and 2025-26, quarter 3',
    'Working Together 2023, chapter 4',
    'New risk form (version 2.1)',
    'A rise in births is no reason',
  ])('is not seen in "%s"', (text) => expect(identifiersIn(text)).toEqual([]));
});

it.each(['Board\u0000', '\u202eBoard', 'Bo\u2066ard'])('refuses characters that cannot be seen (%#)', (text) => {
  expect(identifiersIn(text)).toEqual([expect.stringContaining('characters that cannot be seen')]);
});

const said = { on: '2026-09-18', owner: 'Chair', source: 'Minutes' };
const target = { kind: 'target', kpi: 'visits', ...said, until: null, value: 90 };

describe('a decision', () => {
  const faults = (value: unknown) => [
    ...new Set(decision.safeParse(value).error?.issues.map(({ path }) => path.join('.'))),
  ];
  it.each([
    target,
    { kind: 'meeting', ...said, text: 'Board' },
    { kind: 'event', kpi: null, ...said, text: 'New form' },
    { kind: 'comment', kpi: 'visits', ...said, text: 'We looked at 20 of them' },
    { kind: 'action', kpi: null, ...said, text: 'Audit 20 notices', due: '2026-12-01', done_on: null },
    { kind: 'rebase', kpi: 'visits', ...said, text: 'Triage began', decided_on: '2026-09-18' },
  ])('of kind $kind is taken', (value) => expect(faults(value)).toEqual([]));

  it.each([
    [{ ...target, on: '2026-02-30' }, 'on'],
    [{ ...target, on: '18/09/2026' }, 'on'],
    [{ ...target, on: '0201-09-18' }, 'on'],
    [{ ...target, value: Number.NaN }, 'value'],
    [{ ...target, value: -1 }, 'value'],
    [{ ...target, kpi: null }, 'kpi'],
    [{ ...target, kpi: '../escape' }, 'kpi'],
    [{ ...target, owner: '  ' }, 'owner'],
    [{ ...target, owner: 'x'.repeat(81) }, 'owner'],
    [{ ...target, source: 'NHS 9990000018' }, 'source'],
    [{ ...target, until: '2026-09-17' }, 'until'],
    [{ ...target, colour: 'red' }, ''],
    [{ kind: 'action', kpi: null, ...said, text: 'Audit', due: '2026-09-01', done_on: null }, 'due'],
    [{ kind: 'rebase', kpi: 'visits', ...said, text: 'Triage began' }, 'decided_on'],
    [{ kind: 'wish', ...said, text: 'Board' }, 'kind'],
  ])('is refused: %o', (value, path) => expect(faults(value)).toEqual([path]));
});

it('needs a reason to change a row, and none for a new one', () => {
  const faults = (value: object) =>
    entry
      .safeParse({ by: 'A', replaces: null, why: null, decision: target, ...value })
      .error?.issues.map((i) => i.path[0]) ?? [];
  expect(faults({})).toEqual([]);
  expect(faults({ replaces: 1, why: 'Wrong day' })).toEqual([]);
  expect(faults({ replaces: 1, why: 'Wrong day', decision: null })).toEqual([]);
  expect(faults({ decision: null })).toEqual(['decision']);
  expect(faults({ why: 'Because' })).toEqual(['why']);
  expect(faults({ replaces: 1 })).toEqual(['why']);
  expect(faults({ by: 'born 12 March' })).toEqual(['by']);
});
