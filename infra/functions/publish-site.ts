// Lays the dashboard into its bucket when a deployment brings a new one. Part of the deployment; nobody else can call it.
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';

const SITE = fileURLToPath(new URL('../../site', import.meta.url));
const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Names below assets/ change with their content, so a browser may keep them for ever. */
const kept = (key: string) => (key.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');

/** Puts every file of the dashboard; what earlier versions left stays for pages that are still open. @returns how many */
export async function publish(client: S3Client, bucket: string, folder = SITE): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  // Pages last: one that is shown finds everything that it names.
  const keys = paths.map((path) => relative(folder, path).split(sep).join('/')).sort((a, b) => rank(a) - rank(b));
  for (const Key of keys)
    await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key,
        Body: await readFile(join(folder, Key)),
        ContentType: TYPES[extname(Key)] ?? 'application/octet-stream',
        CacheControl: kept(Key),
      }),
    );
  return keys.length;
}

const rank = (key: string) => (key.endsWith('.html') ? 1 : 0);

/** CloudFormation's custom resource: answers at the address that it is given, whatever happens, so that no deployment hangs. */
export async function handler(event: CloudFormationCustomResourceEvent): Promise<void> {
  const told = await done(event).then(
    () => ({ Status: 'SUCCESS' }),
    (error: Error) => ({ Status: 'FAILED', Reason: `The dashboard was not published: ${error.name}` }),
  );
  const { StackId, RequestId, LogicalResourceId } = event;
  const body = JSON.stringify({ ...told, StackId, RequestId, LogicalResourceId, PhysicalResourceId: 'site' });
  await fetch(event.ResponseURL, { method: 'PUT', body });
}

async function done(event: CloudFormationCustomResourceEvent): Promise<void> {
  if (event.RequestType !== 'Delete') await publish(new S3Client({}), process.env.SITE_BUCKET!);
}
