import { type Command, Option } from 'commander';
import { AUDIENCES, type Audience } from '../../etl/disclosure/policy.ts';
import { type Common, verb } from './verb.ts';
import { withExisting } from './with-partnership.ts';

interface Options extends Common {
  audience: Audience;
}

export const release = (program: Command) =>
  verb(program, 'release', 'make what an audience may see of the current snapshot')
    .addOption(new Option('--audience <audience>', 'whom it is for').choices(AUDIENCES).makeOptionMandatory())
    .action(run);

async function run({ data, json, audience }: Options): Promise<void> {
  const [{ releaseOf }, { pinnedSnapshot }] = await Promise.all([
    import('../../etl/disclosure/kept.ts'),
    import('../pinned.ts'),
  ]);
  const made = await withExisting(data, async (p) => releaseOf(p, await pinnedSnapshot(p), audience));
  if (json) return console.log(JSON.stringify(made));
  const rows = made.tables.flatMap((table) => table.rows);
  const withheld = rows.filter((row) => row.status === 'withheld').length;
  console.log(
    `Snapshot ${made.snapshot} is released for ${audience}: ${made.tables.length} tables, ${rows.length} rows, of which ${withheld} hold something withheld.`,
  );
}
