import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { SafeguardingError } from '../errors.ts';
import type { Nature } from '../statistics/figure.ts';
import { parseYaml } from '../yaml.ts';

/** An analyst's .sql file: a header between `/* ---` and `--- *\/`, then one query. Its name is its id. */
export interface Definition<Header> {
  id: string;
  /** For messages: `kpis/missing-episodes.sql`. */
  file: string;
  header: Header;
  sql: string;
}

const list = z.array(z.string());
const months = z
  .string()
  .regex(/^\d+ months?$/, 'expected a number of months, such as "12 months"')
  .transform((text) => Number.parseInt(text, 10));
const isoDate = z
  .union([z.string(), z.date()])
  .transform((d) => (typeof d === 'string' ? d : d.toISOString().slice(0, 10)));

const modelHeader = z.strictObject({
  title: z.string(),
  grain: z.string(),
  owner: z.string(),
  unique: list.default([]),
  not_null: list.default([]),
});
export type ModelHeader = z.infer<typeof modelHeader>;
export type Model = Definition<ModelHeader>;

const kpiHeader = z
  .strictObject({
    title: z.string(),
    question: z.string(),
    priority: z.string(),
    nature: z.enum(['flow', 'stock', 'rolling', 'rare', 'year-to-date']).optional(),
    measure: z.enum(['count', 'children', 'rate', 'mean', 'median', 'share-within', 'stock']),
    numerator: z.string().optional(),
    denominator: z.string().optional(),
    value: z.string().optional(),
    distinct: z.string().optional(),
    unit: z.string(),
    better: z.enum(['lower', 'higher', 'neither']),
    date: z.string(),
    splits: list.default([]),
    unsplit: z.record(z.string(), z.string()).default({}),
    covered_by: list.min(1),
    look_back: months.default(0),
    complete_after: months.default(0),
    starts: isoDate.optional(),
    chart: z.enum(['xmr', 'g', 't', 'run', 'none']),
    catalogue: z.string().optional(),
    owner: z.string(),
    definition: z.string(),
    published: z.array(z.strictObject({ period: z.string(), value: z.number(), source: z.string() })).default([]),
  })
  .superRefine((h, context) => {
    const need = (field: 'numerator' | 'denominator' | 'value', why: string) => {
      if (!h[field]) context.addIssue({ code: 'custom', path: [], message: `a ${h.measure} needs "${field}": ${why}` });
    };
    if (h.measure === 'rate' || h.measure === 'share-within') {
      need('numerator', 'the column that is 1 where the thing happened');
      need('denominator', 'the column that is 1 where it could have happened');
    }
    if (h.chart === 'xmr' && h.nature && h.nature !== 'flow')
      context.addIssue({
        code: 'custom',
        path: ['chart'],
        message: `no xmr chart of a "${h.nature}": it would signal most months`,
      });
    if (h.measure === 'mean' || h.measure === 'median') need('value', 'the column that is averaged');
  });
export type KpiHeader = z.infer<typeof kpiHeader>;
export type Kpi = Definition<KpiHeader>;

/** What a KPI's figures are: of a period by itself, or of something that periods share. Where its header does not say, its measure and chart do. */
export const natureOf = (h: Pick<KpiHeader, 'nature' | 'measure' | 'chart'>): Nature =>
  h.nature ?? (h.measure === 'stock' ? 'stock' : h.chart === 'g' || h.chart === 't' ? 'rare' : 'flow');

/** The columns of its facts that a KPI's header names. */
export const columnsNamed = (h: KpiHeader): string[] =>
  [
    h.date,
    h.numerator,
    h.denominator,
    h.value,
    h.distinct,
    ...(h.measure === 'children' ? ['child_ref'] : []),
    ...h.splits,
    ...Object.keys(h.unsplit),
  ].filter((c) => c !== undefined);

export const readModels = (folder: string): Model[] => read(folder, 'models', modelHeader);
export const readKpis = (folder: string): Kpi[] => read(folder, 'kpis', kpiHeader);

function read<H>(folder: string, kind: string, schema: z.ZodType<H>): Definition<H>[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return names.map((name) => {
    const file = `${kind}/${name}`;
    const text = readFileSync(join(folder, name), 'utf8');
    const parts = /^\s*\/\* ---\r?\n([\s\S]*?)\r?\n--- \*\/\s*([\s\S]+)$/.exec(text);
    if (!parts)
      throw new SafeguardingError(
        'usage',
        `${file}:1: expected a header between "/* ---" and "--- */", and a query after it.`,
      );
    const firstLine = text.slice(0, text.indexOf('---')).split('\n').length + 1;
    return {
      id: basename(name, '.sql'),
      file,
      header: parseYaml(parts[1]!, file, schema, firstLine),
      sql: parts[2]!.trim().replace(/;$/, ''),
    };
  });
}
