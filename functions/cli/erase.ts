import { type Command, Option } from 'commander';
import { ERASURES, type Tombstone } from '../../etl/vault/erasure/tombstone.ts';
import { proofLines, whoKnowsLines } from '../print/erasure.ts';
import { progressLine } from './progress.ts';
import { actorHere } from './record-here.ts';
import { type Common, verb } from './verb.ts';
import { withExisting } from './with-partnership.ts';

interface How extends Common {
  agency: string;
  localId: string;
  reason: Tombstone['reason'];
  dryRun?: true;
}

/** The verbs of the data protection lead: erase a person, and show what became of that. */
export function erase(program: Command): void {
  verb(program, 'erase', 'remove a person, with proof: all that any agency sent about them')
    .requiredOption('--agency <id>', 'an agency that knows the person')
    .requiredOption('--local-id <id>', 'what that agency calls them')
    .addOption(new Option('--reason <why>', 'why').choices(ERASURES).makeOptionMandatory())
    .option('--dry-run', 'only say which agencies know the person; recorded too')
    .action(run);
  verb(program, 'proof', 'what shows that a person was erased, as things are now; keep its JSON apart from the data')
    .argument('<erasure>', 'its id, as "erase" told it')
    .action(prove);
}

async function run({ data, json, agency, localId, reason, dryRun }: How): Promise<void> {
  const [etl, { build }, { proofOf }] = await Promise.all([
    import('../erasure.ts'),
    import('../../etl/build/build.ts'),
    import('../../etl/vault/erasure/proof.ts'),
  ]);
  const progress = progressLine();
  const told = await withExisting(data, async (p) => {
    await build(p, progress.show); // whatever has landed is linked, so that all references of the person are known
    const asked = { agency, local_id: localId, reason };
    const { references, tombstone } = await etl.erase(p, actorHere(), asked, dryRun ?? false);
    if (!tombstone) return { lines: whoKnowsLines(references), as: { references } };
    await build(p, progress.show);
    const proof = await proofOf(p, tombstone.id);
    return { lines: proofLines(proof), as: proof };
  }).finally(progress.end);
  console.log(json ? JSON.stringify(told.as) : told.lines);
}

async function prove(id: string, { data, json }: Common): Promise<void> {
  const { proofOf } = await import('../../etl/vault/erasure/proof.ts');
  const proof = await withExisting(data, (p) => proofOf(p, id));
  console.log(json ? JSON.stringify(proof) : proofLines(proof));
}
