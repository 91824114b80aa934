// Lines of a function's log: whatever is told, none can be mistaken for two, nor for another's.
import { inspect } from 'node:util';
import { expect, it, vi } from 'vitest';
import { SafeguardingError } from '../../../etl/errors.ts';
import { orTell, tell, tellFailure } from '../../../functions/aws/tell.ts';

const ODD = [
  'plain',
  'a\n{"event":"landed"}',
  'a\r\nb',
  '\u001b[2J',
  '\u2028\u2029',
  '"}{"event":"x"}',
  '\u0000',
  '%s %o',
];

it.each(ODD)('is one line of JSON, whatever it is told: %j', (text) => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  tell('landed', { extract: text, rows: 1 });
  tellFailure('land', new SafeguardingError('refused', text));
  const lines = said.mock.calls.map((words) => words as [string]);
  said.mockRestore();
  expect(lines.map((words) => words.length)).toEqual([1, 1]);
  for (const [line] of lines) expect([...line].filter((letter) => letter < ' ')).toEqual([]);
  expect(lines.map(([line]) => JSON.parse(line))).toEqual([
    { event: 'landed', extract: text, rows: 1 },
    { event: 'failed', during: 'land', problem: text },
  ]);
});

it('says of an error that nobody foresaw no more than its kind', () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  tellFailure('build', new TypeError('Could not cast "Testone"'));
  const [[line]] = said.mock.calls as [[string]];
  said.mockRestore();
  expect(line).toContain('TypeError');
  expect(line).not.toContain('Testone');
});

it('throws what was told and nothing else, so that AWS logs no more', async () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  const work = async () => {
    throw new TypeError('Could not cast "Testone"', { cause: 'Testone' });
  };
  const thrown = await orTell('build', work).catch((error: Error) => error);
  const [[line]] = said.mock.calls as [[string]];
  said.mockRestore();
  expect(thrown).toBeInstanceOf(Error);
  expect((thrown as Error).message).toBe(JSON.parse(line).problem);
  expect(inspect(thrown)).not.toContain('Testone');
});
