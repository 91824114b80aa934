import type { Partnership } from '../../../etl/partnership.ts';
import { homeOf, MAY_VIEW_AS, routesOf } from '../roles.ts';
import { type Actor, type Role, ROLES } from './actor.ts';
import type { Session } from './sessions.ts';

/**
 * The roles that all of what is answered must be for. Whoever looks as another role is answered what both may see; where all children are
 * invented there is nobody to protect, and the other role's pages are shown as they are.
 */
export function rolesOf(p: Pick<Partnership, 'synthetic'>, { role }: Actor, { view_as }: Session): Role[] {
  if (!view_as) return [role];
  return p.synthetic ? [view_as] : [role, view_as];
}

/** What somebody is told of themselves. */
export function meOf(p: Partnership, actor: Actor, session: Session) {
  const left = (until: Date) => Math.floor((until.getTime() - p.clock.now().getTime()) / 1000);
  return {
    name: actor.name,
    role: actor.role,
    agency: { id: actor.agency, title: p.config.agencies[actor.agency]! },
    view_as: session.view_as,
    may_view_as: MAY_VIEW_AS.includes(actor.role) ? ROLES.filter((role) => role !== actor.role) : [],
    home: homeOf(rolesOf(p, actor, session)),
    routes: routesOf(rolesOf(p, actor, session)),
    seconds: { idle: left(session.idle_until), longest: left(session.until) },
  };
}
