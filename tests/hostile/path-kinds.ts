// What is no plain file, and names that would steer whatever writes them.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { accepted, failed, kindsOf, leftAlone, refused } from './kind.ts';
import { CANARY, csv, row } from './rows.ts';

const kind = kindsOf('clinic-visits');
const sound = () => Buffer.from(csv(row(1)));
const unknown = refused('unknown file', 'Say which extract');
/** Lays something beside a path, and has the folder landed. */
const inFolder = (lay: (path: string) => void) => (path: string) => {
  lay(path);
  return dirname(path);
};

const locked = (path: string) => {
  chmodSync(path, 0);
  return path;
};
const superUser = process.getuid?.() === 0 ? 'the super-user may read every file' : undefined;

const laid = [
  kind('a file that may not be read', sound, failed('cannot be read'), { lay: locked, notHere: superUser }),
  kind('a folder under the name of a file', () => '', failed('is a folder'), {
    lay: (path) => (mkdirSync(path), path),
  }),
  kind('nothing', () => '', failed('is not there'), { lay: (path) => path }),
  kind('a link to a file', sound, accepted(1), {
    lay: (path) => {
      const link = join(mkFolder(path), basename(path));
      symlinkSync(path, link);
      return link;
    },
  }),
  kind('a link to nothing', () => '', failed('is not there'), {
    lay: (path) => (symlinkSync(`${path}.gone`, path), path),
  }),
  kind('a link to itself', () => '', failed('is not there'), { lay: (path) => (symlinkSync(path, path), path) }),
  kind('a link in a folder', () => '', leftAlone, { lay: inFolder((path) => symlinkSync('/etc/hosts', path)) }),
  kind('a pipe', () => '', failed('is not a file'), { lay: (path) => (execFileSync('mkfifo', [path]), path) }),
  kind('a pipe in a folder', () => '', leftAlone, { lay: inFolder((path) => execFileSync('mkfifo', [path])) }),
  kind('a device', () => '', failed('is not a file'), { lay: () => '/dev/zero' }),
  kind('a zero in the path', () => '', failed('is not there'), { lay: (path) => `${path}\0.csv` }),
  kind('a path of 4 kB', () => '', failed('is not there'), { lay: (path) => path + CANARY.repeat(600) }),
];

function mkFolder(path: string): string {
  const folder = join(dirname(path), 'links');
  mkdirSync(folder);
  return folder;
}

const names = [
  'visits_2024_05.csv\n{"level":"info"}.csv',
  'visits_2024_05.csv; rm -rf x.csv',
  "visits_2024_05'; drop table x.csv",
  '\u202evsc.50_4202_stisiv.csv',
  '\u001b[2Jvisits_2024_05.csv',
  '..visits_2024_05.csv',
  '%2e%2e%2fvisits_2024_05.csv',
  `a";b=${CANARY}.csv`,
  `C:\\visits_2024_05.csv`,
  `${CANARY.repeat(35)}.csv`,
].map((name, i) =>
  kind(`the name ${JSON.stringify(name.slice(0, 40))}`, () => Buffer.from(csv(row(i))), unknown, { file: name }),
);

const steps = kind('a path that steps up', sound, accepted(1), {
  lay: (path) => join(dirname(path), 'x', '..') + `/./../${basename(dirname(path))}/${basename(path)}`,
});

export const pathKinds = [...laid, ...names, steps];
