import { expect, it } from 'vitest';
import { hintedKey } from '../../../functions/aws/hint.ts';

const KEY = 'landing/inbox/police/police-ppn/0123456789abcdef0123456789abcdef/content';
const event = (bucket: string, key: unknown) =>
  JSON.stringify({
    source: 'aws.s3',
    'detail-type': 'Object Created',
    detail: { bucket: { name: bucket }, object: { key, size: 3 } },
  });

it('takes a key from an event of the landing bucket, and from what the reconciler found', () => {
  expect(hintedKey(event('landing', KEY), 'landing')).toBe(KEY);
  expect(hintedKey(JSON.stringify({ key: KEY }), 'landing')).toBe(KEY);
});

it.each([
  ['an event of another bucket', event('other', KEY)],
  ['an event without a key', event('landing', undefined)],
  ['a key that is no text', event('landing', { key: KEY })],
  ['no JSON', KEY],
  ['nothing', ''],
  ['null', 'null'],
  ['a list', '[]'],
  ['a text', JSON.stringify(KEY)],
  ['a detail of another kind', JSON.stringify({ detail: KEY })],
])('takes none from %s', (_what, body) => expect(hintedKey(body, 'landing')).toBeUndefined());
