import type { Finding } from '../api/audit/chain.ts';
import type { Verdict } from '../api/audit/verify.ts';

const TOLD: Record<Finding['fault'], (which: string, seq: number) => string> = {
  edited: (which) => `${which} not as it was written: it was changed, or made by somebody without the key.`,
  dropped: (which) => `${which} missing.`,
  inserted: (_which, seq) => `Before entry ${seq} stands one that does not belong there.`,
  reordered: (which) => `${which} not in its place: it stands after later ones.`,
  forked: (which) =>
    `${which} another than was written first: the record was cut off before it or made anew, and written on.`,
  'cut off': (which) => `${which} missing: the end was cut off.`,
  anchor: (_which, seq) => `The anchor of entry ${seq} is not as it was written.`,
  unanchored: (which) => `${which} without an anchor: anchors were taken away.`,
};

/** A finding in plain words, naming the entry. */
function findingLine({ fault, seq, to }: Finding): string {
  const many = to !== undefined && to !== seq;
  return TOLD[fault](many ? `Entries ${seq} to ${to} are` : `Entry ${seq} is`, seq);
}

/** A verdict in plain words, a line a finding. */
export function verdictLines({ entries, anchored, findings, found }: Verdict): string {
  const count = `${entries} ${entries === 1 ? 'entry' : 'entries'}`;
  if (found === 0) return `The record is whole: ${count}, anchored up to entry ${anchored}.`;
  const more = found - findings.length;
  return [
    `The record is NOT as it was written. ${count} looked at; ${found} found:`,
    ...findings.map(findingLine),
    ...(more > 0 ? [`and ${more} more.`] : []),
  ].join('\n');
}
