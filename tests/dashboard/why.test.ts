import { expect, test } from 'vitest';
import { whyInWords } from '../../dashboard/words/session.ts';
import { REFUSALS } from '../../functions/api/session/claims.ts';

test.each(REFUSALS)('the page says in a sentence why somebody was not let in: %s', (why) => {
  expect(whyInWords(why)).toMatch(/\.$/);
});

test('an address cannot make the page say anything else', () => {
  expect(['constructor', 'x', '', null].map(whyInWords)).toEqual([undefined, undefined, undefined, undefined]);
});
