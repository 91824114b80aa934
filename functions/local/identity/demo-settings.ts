import type { Partnership } from '../../../etl/partnership.ts';
import { ROLES } from '../../api/session/actor.ts';
import { type Settings, settingsOf } from '../../api/session/settings.ts';
import { SECOND_FACTOR } from './demo-people.ts';

const same = <T extends string>(names: readonly T[]) => Object.fromEntries(names.map((name) => [name, name]));

/**
 * The demo's people are told apart by our own words. Which agency gives which role is as partnership.yaml says; where it says nothing of
 * signing in, all may: whoever can use that computer has the folder itself.
 */
export const demoSettings = (p: Pick<Partnership, 'config'>, issuer: string, client_id: string): Settings =>
  settingsOf(
    { config: { ...p.config, sign_in: null } },
    {
      issuer,
      client_id,
      scope: 'openid profile',
      claims: { role: 'role', agency: 'agency', name: 'name', acr: 'acr', amr: 'amr' },
      roles: same(ROLES) as Settings['roles'],
      agencies: same(Object.keys(p.config.agencies)),
      given_by: (p.config.sign_in?.given_by ??
        Object.fromEntries(ROLES.map((role) => [role, Object.keys(p.config.agencies)]))) as Settings['given_by'],
      second_factor: { acr: [SECOND_FACTOR], amr: [] },
    },
  );
