import { z } from '@hono/zod-openapi';
import { format } from './download.ts';
import { Grain } from './schemas/series.ts';

const SPLIT = /^where\.([a-z][a-z0-9_]*)$/;

/** Which snapshot to answer from. As text: "1e1" and "0x1" are numbers too, but not to the middleware that pins the snapshot. */
export const asAt = z
  .string()
  .regex(/^[1-9]\d*$/, 'Expected the number of a snapshot.')
  .optional()
  .openapi({ type: 'integer', minimum: 1, description: 'Answer from this snapshot' });

const named = {
  grain: Grain.default('month').openapi({ description: 'The length of a period' }),
  by: z.string().optional().openapi({
    description: 'A row for each value of these splits, separated by commas',
    example: 'town,sex',
  }),
  from: z.string().optional().openapi({ description: 'The first date or period', example: '2024-04' }),
  to: z.string().optional().openapi({ description: 'The last date or period', example: '2024-25' }),
  as_at: asAt,
};
const seriesFormat = z
  .enum(['json', 'csv'])
  .optional()
  .openapi({ description: 'Unless told, as the Accept header says' });

/** OpenAPI has no parameter whose name is a pattern, but an exploded form object writes each property as a parameter of its own. */
export const WHERE = {
  name: 'where',
  in: 'query' as const,
  style: 'form' as const,
  explode: true,
  description:
    'where.<split>=<value>: only facts with this value of the split. May be repeated: any of the values; several splits: all of them.',
  schema: {
    type: 'object' as const,
    patternProperties: { [SPLIT.source]: { type: 'array', items: { type: 'string' } } },
    additionalProperties: false,
  },
  example: { 'where.town': ['Hanley', 'Stoke'] },
};

/** Three of ten values each are a thousand rows a period, most of them of nobody or of one child. */
const MOST_SPLITS = 3;

/** Named parameters, with `where.<split>` gathered into `where`. */
const gathered = <S extends z.ZodRawShape>(shape: S) =>
  z
    .object(shape)
    .catchall(z.union([z.string(), z.array(z.string())]))
    .transform((asked, context) => {
      const where: Record<string, string[]> = {};
      for (const [key, values] of Object.entries(asked)) {
        if (Object.hasOwn(shape, key)) continue;
        const split = SPLIT.exec(key)?.[1];
        if (split) where[split] = [values as string | string[]].flat();
        else
          context.addIssue({
            code: 'custom',
            message: `There is no query parameter "${key}". Expected only: ${[...Object.keys(shape), 'where.<split>'].join(', ')}.`,
          });
      }
      const { grain, by: splits, from, to } = asked as z.infer<z.ZodObject<typeof named>>;
      const by = splits ? splits.split(',') : [];
      if (by.length > MOST_SPLITS)
        context.addIssue({
          code: 'custom',
          message: `"by" names ${by.length} splits. Expected at most ${MOST_SPLITS}: more would give a row to nearly every child.`,
        });
      return { grain, by, from, to, where };
    });

/** A series request as its query says it. */
export const seriesQuery = gathered({ ...named, format: seriesFormat });

/** A request for a trend. */
export const trendQuery = gathered({ ...named, format });

const { from, to, as_at } = named;
const kind = z.string().optional().openapi({ description: 'What the notices are first told by', example: 'risk' });

const split = z.string().openapi({ description: 'The split whose values are compared', example: 'town' });

/** A request for a comparison of places. */
export const funnelQuery = gathered({ by: split, to, as_at, format }).transform(({ by, where, to }) => ({
  by: by.join(','),
  where,
  to,
}));

/** A request for the flow of notices. */
export const flowQuery = gathered({ by: kind, from, to, as_at, format }).transform(({ by: [by], where, from, to }) => ({
  by,
  where,
  from,
  to,
}));
