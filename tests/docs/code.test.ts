// What security.md says of all of the code, and of the packages that it rests on, asked of all of it.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Source {
  path: string;
  text: string;
}

const sources = (...folders: string[]): Source[] =>
  folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((path) => /\.(ts|tsx|js)$/.test(path) && !path.includes('dashboard/dist/'))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

const CODE = sources('etl', 'functions', 'infra', 'dashboard');
const DASHBOARD = sources('dashboard');

/** Each place at which a pattern stands, but where another says that it may. */
const places = (pattern: RegExp, but = /^$/, among = CODE): string[] =>
  among.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, i) => (pattern.test(line) && !but.test(line) ? [`${path}:${i + 1}`] : [])),
  );

it('reads all of the code', () => {
  expect(CODE.length).toBeGreaterThan(300);
  expect(places(/export function createApi/)).toHaveLength(1);
});

describe('the code', () => {
  it('starts no program through a shell', () => {
    expect(places(/\b(exec|execSync)\b.*from 'node:child_process'|\bshell: true/)).toEqual([]);
  });

  it('runs no text as code', () => {
    expect(
      places(/\beval\(|new Function\(|node:vm|setTimeout\(['"`]|innerHTML|insertAdjacentHTML|document\.write/),
    ).toEqual([]);
  });

  it('makes no cryptography of its own: SHA-256, its HMAC and HKDF, and random bytes, by Node', () => {
    const taken = CODE.flatMap(({ text }) => [...text.matchAll(/import \{ ([^}]+) \} from 'node:crypto'/g)]);
    const names = new Set(taken.flatMap(([, list]) => list!.split(', ')));
    const known = ['createHash', 'createHmac', 'hkdfSync', 'randomBytes', 'randomUUID', 'timingSafeEqual'];
    expect([...names].filter((name) => !known.includes(name))).toEqual([]);
    expect(places(/create(Hash|Hmac)\(|hkdfSync\(/, /\('sha256'/)).toEqual([]);
    expect(places(/crypto\.subtle\.(?!digest\('SHA-256')/)).toEqual([]);
  });

  it('takes nothing secret from a weak random source: only how long something waits', () => {
    expect(places(/Math\.random/, /sleep\(/)).toEqual([]);
  });

  it('switches no check of a certificate off', () => {
    expect(places(/rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED/)).toEqual([]);
    expect(places(/allowInsecureRequests/, /issuer\.startsWith\('http:\/\/'\)/)).toEqual([]);
  });

  it('calls no address that a request brings: it asks but AWS, the sign-in service, and CloudFormation where to answer', () => {
    const calls =
      /(?<!\.)\bfetch\(|\bhttps?\.(get|request)\(|import (?!type).* from 'node:(http2|https|net|tls|dgram)'/;
    const own = CODE.filter(({ path }) => !path.startsWith('dashboard/'));
    expect(places(calls, /fetch\(event\.ResponseURL/, own)).toEqual([]);
  });

  it('holds no secret', () => {
    expect(places(/\bA(KIA|SIA)[0-9A-Z]{16}\b|BEGIN [A-Z ]*PRIVATE KEY|\bgh[pousr]_\w{36}|xox[bp]-/)).toEqual([]);
  });

  it('puts nothing into a store of the browser', () => {
    const stores = /\b(localStorage|sessionStorage|indexedDB|cookieStore)\b|document\.cookie|\bcaches\./;
    expect(places(stores, undefined, DASHBOARD)).toEqual([]);
  });

  it('compares by type', () => {
    expect(places(/[^=!<>]==[^=]|!=[^=]/, /[!=]= null\b/)).toEqual([]);
  });
});

interface Locked {
  name?: string;
  license?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  inBundle?: boolean;
  deprecated?: string;
  hasInstallScript?: boolean;
}

describe('the packages', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
  const locked = Object.entries(packages).filter(([path]) => path !== '');
  const those = (is: (one: Locked) => unknown) => locked.filter(([, one]) => is(one)).map(([path]) => path);

  it('npm sbom lists every package, with its hash, and none is from elsewhere than the registry', () => {
    const out = execFileSync('npm', ['sbom', '--package-lock-only', '--sbom-format=cyclonedx'], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const { components } = JSON.parse(out) as { components: { name: string; version: string }[] };
    const listed = new Set(components.map(({ name }) => name));
    const names = locked.map(([path, { name }]) => name ?? path.split('node_modules/').at(-1)!);
    expect(names.filter((name) => !listed.has(name))).toEqual([]);
    expect(those(({ integrity, inBundle }) => !integrity && !inBundle)).toEqual([]);
    // The lock names no address at all: npm asks the registry that it was told of, and the hash says whether that gave the right thing.
    expect(those(({ resolved, link }) => link || resolved)).toEqual([]);
  });

  it('take no package that nobody keeps, nor one whose readers of workbooks are known to be holed', () => {
    expect(those(({ deprecated }) => deprecated)).toEqual([]);
    for (const name of ['xlsx', 'exceljs', 'request', 'vm2'])
      expect(Object.keys(packages)).not.toContain(`node_modules/${name}`);
  });

  it('run nothing as they are installed, but one', () => {
    expect(those(({ hasInstallScript }) => hasInstallScript)).toEqual(['node_modules/esbuild']);
  });

  it('are of licences that a council may use', () => {
    const may =
      /^(MIT|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause|BlueOak-1\.0\.0|MPL-2\.0|Unlicense|CC-BY-4\.0|\(MIT OR .*\))$/;
    expect(those(({ license }) => !may.test(license ?? 'none'))).toEqual([]);
  });
});
