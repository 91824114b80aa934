import type { Partnership } from '../../../etl/partnership.ts';
import type { Role } from '../../api/session/actor.ts';
import type { Identity } from '../../api/session/identity.ts';
import { begin } from '../../api/session/sessions.ts';
import { subjectOf } from './demo-people.ts';
import { demoSettings } from './demo-settings.ts';
import { originHere } from './origin.ts';

/** Nobody answers there: the session below is of minutes. */
const ISSUER = 'https://this-command.invalid';

/**
 * An identity that lets nobody sign in, for a server that a command runs for itself. Whoever runs it has the data folder in their hands.
 */
export const ownIdentity = (p: Pick<Partnership, 'config'>): Identity => ({
  settings: demoSettings(p, ISSUER, 'command'),
  origin: originHere,
});

/** A session in the data folder itself, without a sign-in. @returns its id */
export function ownSession(p: Pick<Partnership, 'config' | 'store' | 'clock'>, role: Role, agency?: string) {
  const of = agency ?? demoSettings(p, ISSUER, 'command').given_by[role]![0]!;
  const now = p.clock.now();
  const said = { issuer: ISSUER, subject: subjectOf(role, of), name: 'A command', roles: [role], agencies: [of] };
  return begin(p.store, { ...said, authenticated_at: now.toISOString() }, '', now);
}
