import type { Actor, Role } from './actor.ts';
import type { Settings } from './settings.ts';

/** What a provider said of somebody, as far as it counts here. */
export interface Said {
  issuer: string;
  subject: string;
  name: string;
  /** Values of the claims that tell role and agency, before they are given a meaning. */
  roles: string[];
  agencies: string[];
  /** ISO 8601 */
  authenticated_at: string;
}

/** Why somebody is not let in. The page has a sentence for each. */
export const REFUSALS = [
  'again',
  'second-factor',
  'too-old',
  'no-role',
  'no-agency',
  'not-given',
  'no-cookie',
  'provider',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Somebody who is not let in. */
export class Refused extends Error {
  /** @param who as what they came, where that is known */
  constructor(
    readonly why: Refusal,
    readonly who?: Omit<Actor, 'name' | 'session' | 'authenticated_at'>,
  ) {
    super(why);
  }
}

type Claims = Readonly<Record<string, unknown>>;

/**
 * What counts of the claims of an ID token that was checked: its second factor is ours to check, since a provider that asks another
 * one adds none of its own.
 * @param since when the sign-in began: nobody is let in for having shown who they are before
 * @throws Refused
 */
export function readClaims({ claims: names, second_factor }: Settings, claims: Claims, since: Date, now: Date): Said {
  const said = whoIs(names, claims);
  const used = (values: string[], accepted: readonly string[]) => values.some((value) => accepted.includes(value));
  if (!used(valuesOf(claims[names.acr]), second_factor.acr) && !used(valuesOf(claims[names.amr]), second_factor.amr))
    throw new Refused('second-factor');
  const at = claims.auth_time;
  const within = (ms: number) => ms >= since.getTime() - SKEW_MS && ms <= now.getTime() + SKEW_MS;
  if (typeof at !== 'number' || !within(at * 1000)) throw new Refused('too-old');
  return { ...said, authenticated_at: new Date(at * 1000).toISOString() };
}

/** How far the clocks of a provider and of ours may be apart. */
const SKEW_MS = 60_000;

/** The same of claims that a provider gives again later, while nobody shows who they are. */
export function whoIs(names: Settings['claims'], claims: Claims): Omit<Said, 'authenticated_at'> {
  const { iss, sub } = claims;
  if (typeof iss !== 'string' || typeof sub !== 'string' || !sub) throw new Refused('provider');
  const name = claims[names.name];
  return {
    issuer: iss,
    subject: sub,
    name: typeof name === 'string' ? name : 'No name given',
    roles: valuesOf(claims[names.role]),
    agencies: valuesOf(claims[names.agency]),
  };
}

/** A claim as a list. What passes through Cognito comes as text: `[pwd, mfa]`. */
function valuesOf(claim: unknown): string[] {
  if (Array.isArray(claim)) return claim.filter((value) => typeof value === 'string');
  if (typeof claim !== 'string') return [];
  const list = /^\[(.*)\]$/.exec(claim)?.[1];
  return list === undefined ? [claim] : list.split(',').map((value) => value.trim().replace(/^"(.*)"$/, '$1'));
}

/**
 * The role and agency that somebody has here now. Asked at each request, so that a change of partnership.yaml holds at once.
 * @throws Refused for none, and for more than one: nobody is given a choice of powers; and for a role that is not that agency's to give,
 * since each agency's directory says what it likes of its own people
 */
export function placeOf(
  settings: Settings,
  said: Omit<Said, 'name' | 'authenticated_at'>,
): { role: Role; agency: string } {
  const [role, ...roles] = meant(settings.roles, said.roles);
  if (!role || roles.length > 0) throw new Refused('no-role');
  const [agency, ...agencies] = meant(settings.agencies, said.agencies);
  if (!agency || agencies.length > 0) throw new Refused('no-agency');
  const { issuer, subject } = said;
  if (!settings.given_by[role]?.includes(agency)) throw new Refused('not-given', { issuer, subject, role, agency });
  return { role, agency };
}

const meant = <T>(meanings: Record<string, T>, values: string[]): T[] => [
  ...new Set(values.flatMap((value) => (Object.hasOwn(meanings, value) ? [meanings[value]!] : []))),
];
