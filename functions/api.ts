// The API behind a function's URL. What it needs is opened while the function starts, so that the first request does not wait for it.
import { handle } from 'hono/aws-lambda';
import { createApi } from './api/api.ts';
import { identityHere } from './aws/identity.ts';
import { openHere } from './aws/partnership.ts';
import { placeHere } from './aws/place.ts';

const p = await openHere();

export const handler = handle(createApi(p, identityHere(p), placeHere(p)));
