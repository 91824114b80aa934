import { type Command, Option } from 'commander';
import { LIFTINGS } from '../../etl/vault/seal.ts';
import { progressLine } from './progress.ts';
import { actorHere } from './record-here.ts';
import { type Common, verb } from './verb.ts';
import { withExisting } from './with-partnership.ts';

interface Who extends Common {
  agency: string;
  localId: string;
}
interface Lifting extends Who {
  reason: (typeof LIFTINGS)[number];
}

/** The verbs that keep a person (adopted, relocated, a witness) from being linked or listed, and that end it. */
export function seal(program: Command): void {
  const whom = (name: string, does: string) =>
    verb(program, name, does)
      .requiredOption('--agency <id>', 'an agency that knows the person')
      .requiredOption('--local-id <id>', 'what that agency calls them');
  whom('seal', 'never link a person with anybody, nor list them: adoption, relocation, a witness').action(sealOne);
  whom('unseal', 'lift the seal of a person')
    .addOption(new Option('--reason <why>', 'why').choices(LIFTINGS).makeOptionMandatory())
    .action(unsealOne);
}

async function sealOne({ data, json, ...who }: Who): Promise<void> {
  const { seal: sealFor } = await import('../sealing.ts');
  const { id, references } = await built(data, (p) => sealFor(p, actorHere(), asked(who)));
  const told = `Sealed, as ${id}: ${references.length === 1 ? 'one reference, which is' : `${references.length} references, which are each`} a child of ${references.length === 1 ? 'its' : 'their'} own from now on, linked with nobody and in no list. Another id of this person that comes later has to be sealed too.`;
  console.log(json ? JSON.stringify({ id, references: references.length }) : told);
}

async function unsealOne({ data, json, reason, ...who }: Lifting): Promise<void> {
  const { unseal } = await import('../sealing.ts');
  const lifted = await built(data, (p) => unseal(p, actorHere(), asked(who), reason));
  const ids = lifted.map(({ id }) => id);
  console.log(
    json ? JSON.stringify({ lifted: ids }) : `Lifted: ${ids.join(', ')}. The person is linked and listed like anybody.`,
  );
}

const asked = ({ agency, localId }: Pick<Who, 'agency' | 'localId'>) => ({ agency, local_id: localId });

/** Does something between two builds: before it all that has landed is linked, and after it nobody sees what was before. */
async function built<T>(data: string, work: Parameters<typeof withExisting<T>>[1]): Promise<T> {
  const { build } = await import('../../etl/build/build.ts');
  const progress = progressLine();
  return withExisting(data, async (p) => {
    await build(p, progress.show);
    const done = await work(p);
    await build(p, progress.show);
    return done;
  }).finally(progress.end);
}
