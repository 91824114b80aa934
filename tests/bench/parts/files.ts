import { join } from 'node:path';
import { sample } from '../../agency-files.ts';
import { type Line, seconds, whole } from '../report.ts';
import { run } from '../run.ts';
import { inFolder, type Settings } from '../settings.ts';

/** The agencies' sample, and the demo, by the command in fresh processes. */
export async function files({ scratch, children, years }: Settings): Promise<Line[]> {
  const lines: Line[] = [];
  if (sample) lines.push(await inFolder(scratch, (folder) => wholeWay(scratch, folder, 'the sample', sample!)));
  else console.error('Skipped: the sample. AGENCY_FILES names no folder of agency files.');
  lines.push(
    await inFolder(scratch, async (folder) => {
      const out = join(folder, 'files');
      await run(
        scratch,
        'command',
        { words: ['demo', '--out', out, '--children', String(children), ...(years ? ['--years', years] : [])] },
        'making the demo',
      );
      return wholeWay(scratch, folder, `the demo of ${whole(children)} children`, out);
    }),
  );
  return lines;
}

async function wholeWay(scratch: string, folder: string, what: string, source: string): Promise<Line> {
  const data = join(folder, 'data');
  const command = (...words: string[]) =>
    run(scratch, 'command', { words: [...words, '--data', data] }, `${what}: ${words[0]}`);
  const [landed, built] = [await command('land', source), await command('build')];
  return {
    what: `${what}, from files to snapshot`,
    took: seconds(landed.ms + built.ms),
    target: 'at most 15 s',
    peakMb: Math.max(landed.peakMb, built.peakMb),
    notes: `land ${seconds(landed.ms)}, build ${seconds(built.ms)}`,
  };
}
