import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { SafeguardingError } from '../../etl/errors.ts';
import { type Common, verb } from './verb.ts';
import { withExisting } from './with-partnership.ts';

/** The verbs that a data protection lead or a partner runs over the record of who saw what. */
export function audit(program: Command): void {
  const group = program.command('audit').description('the record of who saw what: check it, or write it out');
  verb(group, 'verify', 'say whether the record is as it was written, and if not, which entry is not; exit 1 then')
    .option('--from <folder>', 'check what "audit export" wrote there, not what is in the data folder')
    .option('--anchors <file>', 'check against anchors that were kept elsewhere')
    .option('--without-key', 'check hashes and anchors alone, as somebody can who has not the key')
    .action(verifyRecord);
  verb(group, 'export', 'write the record into a folder: a line an entry, and a line an anchor')
    .argument('<folder>')
    .action(writeOut);
}

interface How extends Common {
  from?: string;
  anchors?: string;
  withoutKey?: true;
}

async function verifyRecord({ data, json, from, anchors, withoutKey }: How): Promise<void> {
  for (const path of [from, anchors])
    if (path && !existsSync(path)) throw new SafeguardingError('usage', `There is no "${path}".`);
  const [{ verify }, { inExport, inStore }, { auditKey }, { linesOf }, { verdictLines }] = await Promise.all([
    import('../api/audit/verify.ts'),
    import('../api/audit/export.ts'),
    import('../api/audit/seal.ts'),
    import('../api/audit/sources.ts'),
    import('../print/audit.ts'),
  ]);
  const judge = (source: ReturnType<typeof inStore>, key?: Buffer) =>
    verify(source.entries, anchors ? linesOf(anchors) : source.anchors, key);
  const verdict =
    from && withoutKey
      ? await judge(inExport(from))
      : await withExisting(data, async (p) =>
          judge(from ? inExport(from) : inStore(p.store), withoutKey ? undefined : await auditKey(p.mac)),
        );
  console.log(json ? JSON.stringify(verdict) : verdictLines(verdict));
  if (verdict.found > 0) process.exitCode = 1;
}

async function writeOut(folder: string, { data, json }: Common): Promise<void> {
  const { exportRecord } = await import('../api/audit/export.ts');
  await withExisting(data, (p) => exportRecord(p.store, folder));
  console.log(json ? JSON.stringify({ folder }) : `The record is in ${folder}: entries.ndjson and anchors.ndjson.`);
}
