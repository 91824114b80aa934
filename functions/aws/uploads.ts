import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { uploadKeys } from '../../etl/landing/uploaded.ts';
import type { Uploads } from '../api/place.ts';

const SERVES_S = 15 * 60;

/**
 * Uploads to the landing bucket: a presigned PUT that serves for one key, for bytes of this length and SHA-256, and only while nothing is there.
 * A browser sets the length itself, and sends it as it is.
 * @param front the address of our own pages, where that passes such a PUT on to the bucket; the bucket's own unless told
 */
export const s3Uploads = (client: S3Client, bucket: string, front?: string): Uploads => ({
  async address(upload) {
    const headers = {
      'content-type': 'application/octet-stream',
      'if-none-match': '*',
      'x-amz-checksum-sha256': Buffer.from(upload.sha256, 'hex').toString('base64'),
    };
    const command = new PutObjectCommand({
      Bucket: bucket,
      Key: uploadKeys.content(upload),
      ContentLength: upload.size,
      ContentType: headers['content-type'],
      IfNoneMatch: headers['if-none-match'],
      ChecksumSHA256: headers['x-amz-checksum-sha256'],
    });
    // Unless they are named, what belongs to headers is moved into the address or left out, and then binds nobody.
    const signed = new Set([...Object.keys(headers), 'content-length', 'host']);
    const url = await getSignedUrl(client, command, {
      expiresIn: SERVES_S,
      signableHeaders: signed,
      unhoistableHeaders: signed,
    });
    const { pathname, search } = new URL(url);
    return { url: front ? new URL(pathname + search, front).href : url, headers };
  },
});
