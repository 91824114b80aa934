import { z } from '@hono/zod-openapi';
import { ROLES } from '../session/actor.ts';

export const Me = z
  .object({
    name: z.string(),
    role: z.enum(ROLES),
    agency: z.object({ id: z.string(), title: z.string() }),
    view_as: z
      .enum(ROLES)
      .nullable()
      .openapi({ description: 'The role as which the pages are looked at, for testing' }),
    may_view_as: z.array(z.enum(ROLES)).openapi({ description: 'The roles as which they may be looked at' }),
    home: z.string().openapi({ description: 'The page on which their work begins', example: '/receipts' }),
    routes: z
      .array(z.string())
      .openapi({ description: 'What is answered, by method and path', example: ['GET /api/kpis'] }),
    seconds: z
      .object({ idle: z.number(), longest: z.number() })
      .openapi({ description: 'How long the session lasts unless it is used, and in any case' }),
  })
  .openapi('Me');

export const ViewAs = z.strictObject({ role: z.enum(ROLES).nullable() }).openapi('ViewAs');
