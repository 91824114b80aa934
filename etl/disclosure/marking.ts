import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { parseYaml } from '../yaml.ts';
import { counts } from './policy.ts';

const marking = z.strictObject({
  title: z.string(),
  /** Counts that are shown and marked, both ends included. */
  mark: counts,
});

/** Which counts the partnership itself sees marked. @throws SafeguardingError for a policy that is wrong */
export function readMarking(): z.infer<typeof marking> {
  const file = 'policies/partnership.yaml';
  return parseYaml(readFileSync(new URL(`./${file}`, import.meta.url), 'utf8'), `disclosure/${file}`, marking);
}
