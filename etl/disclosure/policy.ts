import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { parseYaml } from '../yaml.ts';

/** Counts from one to another, both included. */
export const counts = z
  .strictObject({ from: z.number().int().min(1), to: z.number().int() })
  .refine(({ from, to }) => from <= to, 'expected "from" not above "to"');

const policy = z.strictObject({
  title: z.string(),
  /** Counts that are withheld, both ends included. */
  withhold: counts,
  /** A category that holds more than this share of a group smaller than so many is withheld. */
  dominance: z.strictObject({ over: z.number().min(0.5).max(1), group_under: z.number().int().min(1) }),
  /** How many values a withheld count must at least be able to have. */
  possible_values: z.number().int().min(2),
  /** All that is released: each KPI whole by these grains, and by the year split in these ways. */
  tables: z
    .array(
      z
        .strictObject({
          kpi: z.string(),
          grains: z.array(z.enum(['month', 'quarter', 'year'])).min(1),
          yearly_by: z.array(z.string()).default([]),
        })
        .refine(
          ({ grains, yearly_by }) => yearly_by.length === 0 || grains.includes('year'),
          'a split needs its whole: add year to "grains"',
        ),
    )
    .min(1),
});
export type Policy = z.infer<typeof policy>;

/** Audiences that see releases, and nothing else. The partnership itself sees every figure. */
export const AUDIENCES = ['board-pack', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What an audience may see. @throws SafeguardingError for an audience that has no policy, or a policy that is wrong */
export function readPolicy(audience: Audience): Policy {
  const file = `policies/${audience}.yaml`;
  return parseYaml(readFileSync(new URL(`./${file}`, import.meta.url), 'utf8'), `disclosure/${file}`, policy);
}
