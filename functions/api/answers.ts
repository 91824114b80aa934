import { z } from '@hono/zod-openapi';
import { Problem } from './schemas/problem.ts';

const ETag = {
  schema: { type: 'string' as const },
  description: 'The snapshot and the audience; send it back as If-None-Match',
};
const problems = { 'application/problem+json': { schema: Problem } };

/** What a route may answer: its own, nothing new, or a problem. */
export const answers = <T extends z.ZodType>(schema: T, description: string) => ({
  200: { description, headers: { ETag }, content: { 'application/json': { schema } } },
  304: { description: 'Nothing new since the ETag that If-None-Match names', headers: { ETag } },
  400: { description: 'The request is not as described here', content: problems },
  404: { description: 'There is no such thing, or no snapshot yet', content: problems },
  default: { description: 'Any other problem', content: problems },
});

/** The header that makes polling cheap, for the `parameters` of a route. */
export const IF_NONE_MATCH = {
  name: 'If-None-Match',
  in: 'header' as const,
  description: 'The ETag of an earlier answer',
  schema: { type: 'string' as const },
};

/** Query parameters, each at most once, and no others. */
export const queryOf = <S extends z.ZodRawShape>(shape: S) => {
  const names = Object.keys(shape);
  const allowed = names.length > 0 ? `Expected only: ${names.join(', ')}.` : 'Expected none.';
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `There is no query parameter ${issue.keys.map((key) => `"${key}"`).join(', ')}. ${allowed}`
        : undefined,
  });
};
