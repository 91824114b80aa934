import type { AuditEntry } from '../api/shapes.ts';

type Action = AuditEntry['action'];

/** What somebody did, or tried to. */
export const ACTION: Record<Action, string> = {
  'sign-in': 'Signed in',
  'sign-out': 'Signed out',
  'small-numbers': 'Saw small numbers',
  export: 'Downloaded figures',
  upload: 'Sent a file',
  withdraw: 'Withdrew a file',
  list: "Saw a list of their own agency's references",
  're-identify': "Was given their own agency's reference",
  decide: 'Entered a decision',
  'view-as': 'Looked at the pages as another role',
  'read-record': 'Read this record',
  erase: 'Erased a person, or looked who knows one',
  seal: 'Sealed a person, or lifted a seal',
  retain: 'Removed what had been kept long enough',
  deny: 'Asked for what is not for their role',
};

export const DECISION: Record<AuditEntry['decision'], string> = { allowed: 'Allowed', denied: 'Denied' };

/** What it was done with, as the record says it, without what only programs need: "kpis/visits/series, by town, of snapshot 2". */
export function targetText(target: string): string {
  const [, path, query, rest] = /^(?:[A-Z]+ )?\/api\/([^? ]+)(?:\?(\S+))?(.*)$/.exec(target) ?? [];
  if (path === undefined) return target;
  const asked = [...new URLSearchParams(query)].map(([name, value]) => `${name.replace('where.', '')} ${value}`);
  return [decodeURIComponent(path), ...asked].join(', ') + (rest ?? '');
}
