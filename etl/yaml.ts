import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { SafeguardingError } from './errors.ts';

/** Says of a name that is not there that it is missing; of other faults, what the schema says. */
const missing: z.core.$ZodErrorMap = (issue) => {
  if (issue.input !== undefined) return undefined;
  if (issue.code === 'invalid_type') return `is missing: expected ${issue.expected}`;
  return issue.code === 'invalid_value' ? `is missing: expected one of ${issue.values.join(', ')}` : undefined;
};

/**
 * Reads YAML against a schema.
 * @param firstLine the line of `file` on which the text begins, for a header inside another file
 * @throws SafeguardingError naming file, line and place of each fault
 */
export function parseYaml<T>(text: string, file: string, schema: z.ZodType<T>, firstLine = 1): T {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number) => `${file}:${lines.linePos(offset).line + firstLine - 1}`;
  const broken = document.errors[0];
  if (broken) throw new SafeguardingError('usage', `${at(broken.pos[0])}: not YAML: ${broken.message.split('\n')[0]}`);

  const result = schema.safeParse(document.toJS(), { error: missing });
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => {
    const path = [...issue.path] as (string | number)[];
    let node: unknown;
    for (let depth = path.length; !node && depth >= 0; depth--) node = document.getIn(path.slice(0, depth), true);
    const offset = (node as { range?: [number] } | undefined)?.range?.[0] ?? 0;
    return `${at(offset)}: "${path.join('.') || 'the file'}": ${issue.message}`;
  });
  throw new SafeguardingError('usage', faults.join('\n'));
}
