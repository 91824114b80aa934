// `sign_in` of partnership.yaml: what is wrong with it is told before anybody signs in.
import { expect, it } from 'vitest';
import { readConfig } from '../../../etl/partnership.ts';
import { settingsOf } from '../../../functions/api/session/settings.ts';

const TOLD = { issuer: 'https://login.example', client_id: 'dashboard' };
const config = readConfig();
const withSignIn = (change: object) =>
  settingsOf({ config: { ...config, sign_in: { ...config.sign_in, ...change } } }, TOLD);

it('is sound as it comes, and has what sees or decides for all given by the host alone', () => {
  const { given_by } = settingsOf({ config }, TOLD);
  for (const role of ['analyst', 'link-reviewer', 'data-protection', 'operator'] as const)
    expect(given_by[role]).toEqual(['council']);
});

it.each([
  ['does not say who gives which role', { given_by: undefined }, 'given_by'],
  [
    'has a role given by an agency that is none',
    { given_by: { analyst: ['polcie'] } },
    'an agency "polcie" that is not listed',
  ],
  ['has a role given that is none', { given_by: { chief: ['police'] } }, 'given_by'],
  ['says an agency’s word for one that is none', { agencies: { x: 'fire' } }, 'an agency "fire" that is not listed'],
])('is refused when it %s', (_, change, told) => {
  expect(() => withSignIn(change)).toThrow(told);
});
