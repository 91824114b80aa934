// What the API asks of where it runs, on one machine or in AWS.
import type { Upload } from '../../etl/landing/uploaded.ts';
import type { ReIdentify } from '../../etl/vault/re-identify.ts';

/** How an upload is addressed. */
export interface Uploads {
  /** Where its sender puts the bytes, and with which headers. It serves once, for these bytes alone, and not for long. */
  address(upload: Upload): Promise<{ url: string; headers: Record<string, string> }>;
  /**
   * Takes the bytes in, where they come to our own server.
   * @throws SafeguardingError (not-found) for what was not announced to this agency, (refused) where they are other bytes
   */
  take?(id: string, agency: string, body: ReadableStream<Uint8Array>): Promise<void>;
}

export interface Place {
  uploads: Uploads;
  /** Asks the vault for an agency's own references. */
  reIdentify: ReIdentify;
  /** Says that the store holds something to be landed or built. Nothing rests on it: it is found without, later. */
  wake(): void;
}
