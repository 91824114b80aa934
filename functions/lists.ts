// The one route of the API that asks the vault, as a function of its own: nothing else that is asked of it is even looked at.
import { handle } from 'hono/aws-lambda';
import { createApi } from './api/api.ts';
import { only } from './api/only.ts';
import { identityHere } from './aws/identity.ts';
import { openHere } from './aws/partnership.ts';
import { placeHere } from './aws/place.ts';

const p = await openHere();

export const handler = handle(only('POST', '/api/lists', createApi(p, identityHere(p), placeHere(p))));
