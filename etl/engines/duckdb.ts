import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
import { readSql } from '../files.ts';
import { diskFault } from './disk-fault.ts';
import { type Engine, ident, type Row, type Session, type Value } from './engine.ts';

const numbers = new Set([
  'TINYINT',
  'SMALLINT',
  'INTEGER',
  'BIGINT',
  'HUGEINT',
  'UTINYINT',
  'USMALLINT',
  'UINTEGER',
  'UBIGINT',
]);

function session(connection: DuckDBConnection): Session {
  return toldOf({
    async run(sql, values) {
      await connection.run(sql, values as DuckDBValue[]);
    },
    async rows<T = Row>(sql: string, values?: Value[]) {
      const reader = await connection.runAndReadAll(sql, values as DuckDBValue[]);
      const whole = reader.columnTypes().map((type) => numbers.has(String(type)) || String(type).startsWith('DECIMAL'));
      const names = reader.columnNames();
      const columns = reader.getColumnsJson();
      return Array.from({ length: reader.currentRowCount }, (_, row) => {
        const made: Row = {};
        for (let i = 0; i < names.length; i++) {
          const cell = columns[i]![row];
          made[names[i]!] = whole[i] && typeof cell === 'string' ? Number(cell) : cell;
        }
        return made as T;
      });
    },
    async load(table, columns, rows) {
      await connection.run(
        `create or replace temp table ${ident(table)} (${columns.map((c) => `${ident(c)} varchar`).join(', ')})`,
      );
      const appender = await connection.createAppender(table, 'main', 'temp');
      for (const row of rows) {
        for (const cell of row) cell === null ? appender.appendNull() : appender.appendVarchar(cell);
        appender.endRow();
      }
      appender.closeSync();
    },
    tableNames: (sql) => [...connection.getTableNames(sql, false)],
    close: () => connection.closeSync(),
  });
}

/** The same session, which tells of a disk's faults as people can act on them. */
function toldOf(session: Session): Session {
  const told = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      throw diskFault(error);
    }
  };
  return {
    ...session,
    run: (...args) => told(session.run(...args)),
    rows: (...args) => told(session.rows(...args)),
    load: (...args) => told(session.load(...args)),
  };
}

/**
 * DuckDB in this process: in memory, nothing downloaded, with the functions that Trino has and DuckDB lacks.
 * @param spill a folder, which is made and removed, for rows that memory cannot hold: they may be identifiable.
 * Without one nothing is spilled; DuckDB's own choice would be the folder that the process was started in.
 */
export async function duckdb(spill = ''): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'true',
    temp_directory: spill,
  });
  const first = await instance.connect();
  await first.run(readSql(import.meta.url, './macros.sql'));
  first.closeSync();
  return {
    session: async () => session(await instance.connect()),
    close: () => instance.closeSync(),
  };
}
