// Looks for what must not be there, in everything that a lake holds.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from '../../etl/engines/engine.ts';
import type { Partnership } from '../../etl/partnership.ts';

export interface Leak {
  where: string;
  value: string;
}

/** Children of the sample are known from their birthdays alone up to here; later days are also days of events. */
const LAST_BIRTHDAY_BEFORE_EVENTS = '2018-01-01';
const isDate = (value: string) => /^\d{4}-\d\d-\d\d$/.test(value);

/** Whether a value says who a child is. */
export const identifies = (identifiers: ReadonlySet<string>) => (value: string) => {
  const folded = value.trim().toLowerCase();
  if (isDate(folded) && folded >= LAST_BIRTHDAY_BEFORE_EVENTS) return false;
  return identifiers.has(folded);
};

/** The words, numbers and dates of a text. */
export const tokens = (text: string): string[] => text.match(/\d{4}-\d\d-\d\d|[\p{L}\p{N}’']+/gu) ?? [];

const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, ' ');

/** Words that the product itself says, so that "White" in a list of ethnic groups is not taken for a surname. Comments are never said. */
export function vocabulary(): Set<string> {
  const inEtl = readdirSync('etl', { recursive: true, encoding: 'utf8' }).filter((file) => !file.startsWith('demo'));
  const texts = inEtl.flatMap((file) => {
    const text = () => readFileSync(join('etl', file), 'utf8');
    if (file.endsWith('.ts')) return [withoutComments(text())];
    return /\.(sql|yaml)$/.test(file) ? [text()] : [];
  });
  const words = [...texts, readFileSync('partnership.yaml', 'utf8')].flatMap(tokens);
  return new Set(words.map((word) => word.toLowerCase()));
}

/** Compares every distinct value of every column of every Parquet file below `lake/`. */
export async function leaksInTables(
  p: Partnership,
  leaks: (value: string) => boolean,
): Promise<{ values: number; leaks: Leak[] }> {
  const session = await p.engine.session();
  const found: Leak[] = [];
  let values = 0;
  for (const key of (await p.store.list('lake/')).filter((k) => k.endsWith('.parquet'))) {
    const path = await p.store.localPath(key);
    for (const column of await columnsOf(session, path)) {
      const distinct = await session.rows<{ value: string }>(
        `select distinct cast("${column}" as varchar) as value from read_parquet('${path}') where "${column}" is not null`,
      );
      values += distinct.length;
      for (const { value } of distinct) {
        const day = value.slice(0, 10);
        if (leaks(value) || (isDate(day) && leaks(day))) found.push({ where: `${key} ${column}`, value });
      }
    }
  }
  session.close();
  return { values, leaks: found };
}

const columnsOf = async (session: Session, path: string) =>
  (
    await session.rows<{ name: string }>(
      `select column_name as name from (describe select * from read_parquet('${path}'))`,
    )
  ).map((c) => c.name);

/** Compares every token of a text. */
export const leaksInText = (where: string, text: string, leaks: (value: string) => boolean): Leak[] =>
  tokens(text)
    .filter(leaks)
    .map((value) => ({ where, value }));

/** Files of a data folder that are open to the read side: everything outside landing and vault. */
export const openFiles = (data: string): string[] =>
  readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name))
    .filter((path) => !path.startsWith(join(data, 'landing')) && !path.startsWith(join(data, 'vault')));
