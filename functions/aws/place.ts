import { S3Client } from '@aws-sdk/client-s3';
import type { Partnership } from '../../etl/partnership.ts';
import { reIdentify } from '../../etl/vault/re-identify.ts';
import type { Place } from '../api/place.ts';
import { s3Uploads } from './uploads.ts';

/**
 * The API in AWS: files go to the landing bucket by the address of our own pages, and the bucket's own events wake who lands and builds.
 * The function that answers lists is the only one of the API's whose role may read the vault.
 */
export const placeHere = (p: Partnership): Place => ({
  uploads: s3Uploads(new S3Client(), process.env.LANDING_BUCKET ?? '', process.env.PUBLIC_URL),
  reIdentify: (asked) => reIdentify(p, asked),
  wake: () => {},
});
