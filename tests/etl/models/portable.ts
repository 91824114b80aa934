// The subset of SQL that DuckDB and Trino share: a Trino grammar and a list of functions that both have.
import { TrinoSQL } from 'dt-sql-parser/dist/parser/trino/index.js';

// Functions that mean the same in both engines (where DuckDB lacks one, etl/engines/macros.sql has a macro of its name).
// A new one belongs here once tests/conformance/trino/probes.ts asks both for it. Of nulls concat, greatest and split_part make something
// else in each; so does least, which may be asked of what is never null.
export const SHARED = new Set(
  `abs array_agg array_join avg cast ceil coalesce count date_diff date_trunc day dense_rank first_value floor
  lag last_value lead least length lower max max_by min min_by mod month nullif rank regexp_extract_all regexp_like replace round row_number
  rpad substr sum trim try_cast unnest upper year`.split(/\s+/),
);
/** Units in which one engine counts boundaries and the other what has fully passed. */
const COUNTED_OTHERWISE = /\bdate_diff\s*\(\s*'(week|month|quarter|year)'/gi;
// Words that stand before a bracket and are no functions.
const SYNTAX = new Set(
  'and as by case between else exists filter from having in join not on or over select then using values when where with'.split(
    ' ',
  ),
);

const parser = new TrinoSQL();

/** What keeps a query from running on both engines, as messages with line numbers; none when nothing does. */
export function unportable(sql: string): string[] {
  const faults = parser.validate(sql).map((e) => `line ${e.startLine}: not Trino's grammar: ${e.message}`);
  const code = sql.replace(/\/\*[\s\S]*?\*\/|--.*|'(?:[^']|'')*'/g, (text) => text.replace(/[^\n]/g, ' '));
  for (const call of code.matchAll(/\b([a-z_]\w*)\s*\(/gi)) {
    const name = call[1]!.toLowerCase();
    if (SHARED.has(name) || SYNTAX.has(name) || isAlias(code, call.index)) continue;
    faults.push(
      `line ${code.slice(0, call.index).split('\n').length}: "${name}" is not among the functions that both engines are known to have`,
    );
  }
  for (const unit of sql.matchAll(COUNTED_OTHERWISE))
    faults.push(
      `line ${sql.slice(0, unit.index).split('\n').length}: both engines count days, and each counts a ${unit[1]!.toLowerCase()} in its own way`,
    );
  return faults;
}

/** `unnest(...) as s (a, b)`: a name with its columns. */
const isAlias = (code: string, at: number) => /\bas\s+$/i.test(code.slice(0, at));
