import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { SafeguardingError } from '../../etl/errors.ts';
import { type Upload, uploadKeys } from '../../etl/landing/uploaded.ts';
import type { Partnership } from '../../etl/partnership.ts';
import type { Uploads } from '../api/place.ts';

/** As long as an address serves in AWS. */
const SERVES_MS = 15 * 60 * 1000;

/** Uploads to this server, with the same steps as in AWS: an address that serves once, and bytes that must be those announced. */
export function ownUploads(p: Partnership, onArrived: () => void): Uploads {
  const awaited = new Map<string, { upload: Upload; until: number }>();
  return {
    async address(upload) {
      const now = p.clock.now().getTime();
      for (const [id, { until }] of awaited) if (until < now) awaited.delete(id);
      awaited.set(upload.id, { upload, until: now + SERVES_MS });
      return { url: `/api/uploads/${upload.id}`, headers: { 'content-type': 'application/octet-stream' } };
    },
    async take(id, agency, body) {
      const known = awaited.get(id);
      if (!known || known.upload.agency !== agency || known.until < p.clock.now().getTime())
        throw new SafeguardingError('not-found', 'This address has served or has expired. Choose the file again.');
      awaited.delete(id);
      await p.scratch(async (folder) => {
        const path = join(folder, 'content');
        await receive(known.upload, body, path);
        await p.store.putFile(uploadKeys.content(known.upload), path);
      });
      onArrived();
    },
  };
}

/** Writes what comes to a file. No more of it is taken than was announced. @throws SafeguardingError (refused) for other bytes */
async function receive({ size, sha256 }: Upload, body: ReadableStream<Uint8Array>, path: string): Promise<void> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > size) break;
      hash.update(chunk);
      await file.writeFile(chunk);
    }
  } finally {
    await file.close();
  }
  if (bytes !== size || hash.digest('hex') !== sha256)
    throw new SafeguardingError('refused', 'The file did not arrive as it was sent. Send it again.');
}
