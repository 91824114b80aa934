import type { Partnership } from '../../etl/partnership.ts';
import { reIdentify } from '../../etl/vault/re-identify.ts';
import type { Place } from '../api/place.ts';
import { ownUploads } from './uploads.ts';

/** One machine: files come to our own server, and the vault is in the same folder. */
export const ownPlace = (p: Partnership, wake: () => void = () => {}): Place => ({
  uploads: ownUploads(p, wake),
  reIdentify: (asked) => reIdentify(p, asked),
  wake,
});
