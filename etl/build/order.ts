import { SafeguardingError } from '../errors.ts';
import type { Session } from '../engines/engine.ts';
import type { Definition } from './definition.ts';

/**
 * Puts models in the order in which they can be made.
 * @param given the tables that are there already
 * @throws SafeguardingError for a table that is nowhere, or for models that need each other
 */
export function inOrder<H>(
  session: Session,
  models: readonly Definition<H>[],
  given: ReadonlySet<string>,
): Definition<H>[] {
  const byTable = new Map(models.map((m) => [m.id, m]));
  const ordered = new Set<Definition<H>>();
  const visit = (model: Definition<H>, path: string[]) => {
    if (ordered.has(model)) return;
    if (path.includes(model.id))
      throw new SafeguardingError(
        'usage',
        `${model.file}: these models need each other: ${[...path, model.id].join(' -> ')}`,
      );
    for (const table of tablesOf(session, model, [...byTable.keys(), ...given])) {
      const needed = table === model.id ? undefined : byTable.get(table);
      if (needed) visit(needed, [...path, model.id]);
      else if (!given.has(table))
        throw new SafeguardingError(
          'usage',
          `${model.file}: there is no table "${table}". ${suggest(table, [...byTable.keys(), ...given])}`,
        );
    }
    ordered.add(model);
  };
  for (const model of models) visit(model, []);
  return [...ordered];
}

/**
 * The tables that a definition's query reads: those that the engine finds in it, and known ones whose name stands in its text,
 * since the engine finds none in some queries (a window with an interval, `unnest`), and one that is overlooked would give
 * figures that are out of date.
 * @throws SafeguardingError when the query cannot be parsed
 */
export function tablesOf(session: Session, definition: Definition<unknown>, known: readonly string[]): string[] {
  const text = definition.sql.replaceAll(/--.*$/gm, '');
  const named = known.filter((table) =>
    new RegExp(`(?<!\\w)${table.replaceAll(/\W/g, '\\$&')}(?!\\w)`, 'i').test(text),
  );
  try {
    return [...new Set([...session.tableNames(definition.sql), ...named])].sort();
  } catch (error) {
    throw sqlError(definition, error);
  }
}

/** The engines' complaints that are about a query alone (Athena's then have a place in it). Others may quote the value at which it stopped. */
const ABOUT_SQL = /^((Parser|Catalog|Binder|Syntax|Not implemented) Error|[A-Z_]+: line \d+:\d+: )/i;

/** An engine's complaint about an analyst's query, with the file it is in; a fault that is not the query's as it is. */
export function sqlError(definition: Definition<unknown>, error: unknown): SafeguardingError {
  if (error instanceof SafeguardingError) return error;
  const { message } = error as Error;
  const said = ABOUT_SQL.test(message)
    ? message.split('\n').slice(0, 3).join(' ')
    : `The query stopped at a value (${message.split(':')[0]}). Which one is not shown, since it may be anybody's: have the query expect it, as with try_cast.`;
  return new SafeguardingError('usage', `${definition.file}: ${said}`);
}

const suggest = (table: string, known: string[]) =>
  `Expected one of: ${known.sort().join(', ')}.${table.startsWith('staged_') ? ' Is its contract in etl/contracts?' : ''}`;
