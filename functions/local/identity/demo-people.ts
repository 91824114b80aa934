import { ROLES, type Role } from '../../api/session/actor.ts';

/** Somebody who is invented: one for each role at each agency. */
export interface DemoPerson {
  subject: string;
  name: string;
  role: Role;
  agency: string;
}

/** What the demo says of how somebody showed who they are. */
export const SECOND_FACTOR = 'demo-second-factor';

/** Who a demo person of a role at an agency is to the provider. */
export const subjectOf = (role: Role, agency: string): string => `${role}.${agency}`;

export const demoPeople = (agencies: readonly string[]): DemoPerson[] =>
  ROLES.flatMap((role) =>
    agencies.map((agency) => ({ subject: subjectOf(role, agency), name: `Demo ${role} (${agency})`, role, agency })),
  );
