import type { Proof } from '../../etl/vault/erasure/proof.ts';
import type { Known } from '../../etl/vault/person.ts';
import { textTable } from './text-table.ts';

const many = (n: number, one: string, more = `${one}s`) => `${n} ${n === 1 ? one : more}`;

/** Who knows somebody, before anything is done. */
export function whoKnowsLines(references: Known[]): string {
  const agencies = [...new Set(references.map(({ agency }) => agency))];
  const each = agencies.map(
    (agency) => `  ${agency}: ${many(references.filter((known) => known.agency === agency).length, 'reference')}`,
  );
  return [
    'This person is known to:',
    ...each,
    'All of these would be erased, for good: look at them before you run this without --dry-run.',
  ].join('\n');
}

/** A proof in plain words. */
export function proofLines({ tombstone, done, snapshot, removed, found, stays }: Proof): string {
  const { files_as_sent: sent, snapshots } = stays;
  const agencies = new Set(tombstone.references.map(({ agency }) => agency)).size;
  const rows = removed.map((r) => [r.agency, r.extract, r.files, r.rows]);
  return [
    `Erasure ${tombstone.id}, ${tombstone.at}: ${tombstone.reason}.`,
    `${many(tombstone.references.length, 'reference')} of ${many(agencies, 'agency', 'agencies')}. ${
      done ? `From snapshot ${snapshot} on, no snapshot is made of them.` : 'The next build removes what is kept.'
    }`,
    ...(rows.length > 0 ? ['Removed:', textTable(['agency', 'extract', 'files', 'rows'], rows)] : []),
    `Looked for again in ${many(found.searched, 'object')} of the vault and the lake: found in ${found.objects}.`,
    'What stays:',
    sent.until === null
      ? '  No file as sent in which there were rows of this person.'
      : `  ${many(sent.files, 'file')} as sent, the last until ${sent.until} (retention). Landed again, they do not bring the person back.`,
    snapshots.until === null
      ? '  No snapshot of before.'
      : `  ${many(snapshots.numbers.length, 'snapshot')} of before: figures alone, without the rows behind them, the last until ${snapshots.until} (retention).`,
    '  The tombstone: keyed references, which keep the person from coming back. The record of who did what.',
    '  Backups of before, and earlier versions that a store of objects keeps: they go by their own terms.',
    `Keep this apart from the data, since a restore from a backup of before needs it: safeguarding proof ${tombstone.id} --json`,
  ].join('\n');
}
