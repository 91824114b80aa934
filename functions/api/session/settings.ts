import { z } from 'zod';
import { SafeguardingError } from '../../../etl/errors.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import { ROLES } from './actor.ts';

const text = z.string().min(1);

/** `sign_in` of partnership.yaml: who says who somebody is, and what its words mean here. */
const schema = z.strictObject({
  /** The OpenID Connect provider. Only one on this machine may do without TLS. */
  issuer: z
    .url()
    .refine(
      (url) => /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost):\d+$)/.test(url),
      'Expected an address that begins with https://.',
    ),
  client_id: text,
  /** What is asked for; the provider must also give a refresh token, by which it is asked whether somebody still may. */
  scope: z
    .string()
    .regex(/\bopenid\b/, 'Expected "openid" among them.')
    .default('openid profile'),
  /** The one algorithm with which the provider signs. */
  signed_with: z.enum(['RS256', 'PS256', 'ES256', 'EdDSA']).default('RS256'),
  /** Which claim of the ID token says what. */
  claims: z.strictObject({
    role: text,
    agency: text,
    name: text.default('name'),
    acr: text.default('acr'),
    amr: text.default('amr'),
  }),
  /** What the values of those claims are here. A value that is not named counts for nothing. */
  roles: z.record(z.string(), z.enum(ROLES)),
  agencies: z.record(z.string(), text),
  /** Whose directory may give a role. A role that is not named is given by nobody. */
  given_by: z.partialRecord(z.enum(ROLES), z.array(text)),
  /** What says that a second factor was used: one of these, in `acr` or in `amr`. */
  second_factor: z
    .strictObject({ acr: z.array(text).default([]), amr: z.array(text).default([]) })
    .refine(({ acr, amr }) => acr.length + amr.length > 0, 'Expected at least one value of acr or amr.'),
});
export type Settings = z.infer<typeof schema>;

/**
 * The settings of a partnership's sign-in.
 * @param told what is known only where this runs: issuer, client_id
 * @throws SafeguardingError that says what is missing or wrong
 */
export function settingsOf(p: Pick<Partnership, 'config'>, told: Partial<Settings> = {}): Settings {
  const read = schema.safeParse({ ...p.config.sign_in, ...told });
  if (!read.success)
    throw new SafeguardingError(
      'usage',
      `partnership.yaml: sign_in is not as expected.\n${z.prettifyError(read.error)}`,
    );
  const { agencies, given_by } = read.data;
  for (const agency of [...Object.values(agencies), ...Object.values(given_by).flat()])
    if (!Object.hasOwn(p.config.agencies, agency))
      throw new SafeguardingError('usage', `partnership.yaml: sign_in names an agency "${agency}" that is not listed.`);
  return read.data;
}
