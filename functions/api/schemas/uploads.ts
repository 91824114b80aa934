import { z } from '@hono/zod-openapi';
import { count } from './parts.ts';

/** Files of yearly returns are a few megabytes; the largest extract of a million children is below this. */
export const MOST_BYTES = 256 * 1024 * 1024;

/** What a sender says of a file before it comes. The name says which period it is of; it is kept, and never a part of an address. */
export const Announced = z
  .strictObject({
    extract: z.string().openapi({ example: 'police-missing' }),
    file: z.string().min(1).max(200).openapi({ example: 'missing_2024_05.csv' }),
    size: count.min(1).max(MOST_BYTES, `Expected at most ${MOST_BYTES / 1024 / 1024} MB.`),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'Expected 64 characters of 0-9 and a-f.'),
    period: z
      .string()
      .max(40)
      .optional()
      .openapi({ description: 'Where the name does not say it', example: '2024-05' }),
  })
  .openapi('Announced');

export const Address = z
  .object({
    id: z.string(),
    put: z
      .object({ url: z.string(), headers: z.record(z.string(), z.string()) })
      .openapi({ description: 'Where the bytes are to be PUT, once and within 15 minutes, with all of these headers' }),
  })
  .openapi('UploadAddress');

export const Upload = z
  .object({
    id: z.string(),
    state: z.enum(['waiting', 'landed', 'failed']).openapi({ description: 'waiting: not landed yet' }),
    submission: z.string().nullable().openapi({ description: 'Of what was landed: its receipt' }),
    duplicate: z.boolean().openapi({ description: 'True when the same file had come before' }),
    problem: z.string().nullable(),
  })
  .openapi('Upload');
