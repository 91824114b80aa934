import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { SafeguardingError } from '../../etl/errors.ts';
import type { Proof } from '../../etl/vault/erasure/proof.ts';
import type { Tombstone } from '../../etl/vault/erasure/tombstone.ts';
import { progressLine } from './progress.ts';
import { type Common, verb } from './verb.ts';
import { withPartnership } from './with-partnership.ts';

export const restore = (program: Command) =>
  verb(
    program,
    'restore',
    'bring back from a backup every zone that is empty: all of a new data folder, or a lake that was lost',
  )
    .argument('<folder>')
    .option('--erased <file...>', 'the proofs (as JSON) of erasures that the backup does not know of')
    .action(run);

interface How extends Common {
  erased?: string[];
}

async function run(folder: string, { data, json, erased }: How): Promise<void> {
  const [etl, { build }, { tombstones }] = await Promise.all([
    import('../../etl/backup/restore.ts'),
    import('../../etl/build/build.ts'),
    import('../../etl/vault/erasure/tombstone.ts'),
  ]);
  const told = (erased ?? []).map(tombstoneIn);
  const progress = progressLine();
  const restored = await withPartnership(data, (p) => etl.restore(p, folder, progress.show, told)).finally(
    progress.end,
  );
  // Whoever was erased since is in what was restored: nobody is to be served it.
  await withPartnership(data, async (p) => (await tombstones(p.store)).length > 0 && build(p, progress.show)).finally(
    progress.end,
  );
  const { manifest, zones, left, objects } = restored;
  const { made_at, snapshot } = manifest;
  if (json) return console.log(JSON.stringify({ made_at, snapshot, zones, left, objects }));
  console.log(
    `Restored: ${objects} objects of ${zones.join(', ')} as of ${made_at}, snapshot ${snapshot ?? '(none)'}.`,
  );
  if (left.length > 0) console.log(`Left as they were, since something is in them: ${left.join(', ')}.`);
  if (zones.includes('vault/') && !erased)
    console.log(
      `Was anybody erased or sealed after ${made_at}? The backup does not know of it: restore again into an empty folder with --erased and the proofs, and seal again.`,
    );
  console.log('What was sent since then is landed by: safeguarding reconcile');
}

/** @throws SafeguardingError (usage) for a file that is no proof: a person would come back */
function tombstoneIn(path: string): Tombstone {
  try {
    const { tombstone } = JSON.parse(readFileSync(path, 'utf8')) as Proof;
    if (/^[0-9a-f]{32}$/.test(tombstone.id) && tombstone.references.length > 0) return tombstone;
  } catch {
    // Said below.
  }
  throw new SafeguardingError(
    'usage',
    `"${path}" is no proof of an erasure. Expected what "safeguarding proof ID --json" wrote.`,
  );
}
