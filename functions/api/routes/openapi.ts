import type { Api } from '../env.ts';

/** Serves the description of all routes added before. */
export const openapiRoute = (api: Api): void =>
  void api.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Safeguarding dashboard',
      version: '1',
      description: 'What the committed snapshot of a partnership says.',
    },
  });
