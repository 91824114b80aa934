import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type CsvColumn, csv, keyOf, tableOf } from '../print/csv.ts';

const FORMATS = ['json', 'csv', 'key'] as const;
type Format = (typeof FORMATS)[number];

/** How an answer is written: `csv` is one header row and a row for each figure, `key` says in a file of its own what its columns are. */
export const format = z
  .enum(FORMATS)
  .optional()
  .openapi({ description: 'Unless told, as the Accept header says; key: what the columns of the CSV are' });

export const formatOf = (c: Context): Format =>
  (c.req.query('format') as Format | undefined) ?? (c.req.header('Accept')?.startsWith('text/csv') ? 'csv' : 'json');

/** What of the format belongs into an ETag. */
export const formatTag = (c: Context): string => (formatOf(c) === 'json' ? '' : formatOf(c));

/** Adds the CSV to what a route answers. */
export const withCsv = <T extends { 200: { content: object } }>(json: T) => ({
  ...json,
  200: { ...json[200], content: { ...json[200].content, 'text/csv': { schema: z.string() } } },
});

/**
 * The rows as CSV, or the key to its columns.
 * @param name of the file, without its ending
 */
export function download<Row>(c: Context, name: string, columns: readonly CsvColumn<Row>[], rows: readonly Row[]) {
  const key = formatOf(c) === 'key';
  return c.body(csv(key ? keyOf(columns) : tableOf(columns, rows)), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}${key ? '-key' : ''}.csv"`,
    Vary: 'Accept',
  });
}
