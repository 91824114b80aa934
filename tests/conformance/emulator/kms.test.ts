import { createHmac } from 'node:crypto';
import { CreateKeyCommand, DisableKeyCommand, GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { kmsMac } from '../../../etl/vault/kms.ts';
import { derived } from '../../../etl/vault/mac.ts';
import { emulated } from './emulated.ts';
import { absent } from './emulator.ts';

const clients = emulated(({ client }) => ({ client: new KMSClient(client), another: () => new KMSClient(client) }));

const hmacKey = async () => {
  const { KeyMetadata } = await clients().client.send(
    new CreateKeyCommand({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }),
  );
  return KeyMetadata!.KeyId!;
};

describe.skipIf(absent)('keys derived from KMS', () => {
  it('are the same in every process, and of each purpose and each root their own', async () => {
    const { client } = clients();
    const [root, other] = [await hmacKey(), await hmacKey()];
    const key = await kmsMac(client, root).key('child/council');
    expect(key).toHaveLength(32);
    expect(await kmsMac(client, root).key('child/council')).toEqual(key);
    expect(await kmsMac(client, root).key('child/police')).not.toEqual(key);
    expect(await kmsMac(client, other).key('child/council')).not.toEqual(key);
  });

  it('ask KMS once a purpose, by a label that says what it is for', async () => {
    const root = await hmacKey();
    const labels: string[] = [];
    const counting = clients().another();
    counting.middlewareStack.add(
      (next) => (args) => {
        labels.push(Buffer.from((args.input as { Message: Uint8Array }).Message).toString());
        return next(args);
      },
      { step: 'initialize' },
    );
    const mac = kmsMac(counting, root);
    const [key] = await Promise.all([mac.key('event/missing'), mac.key('event/missing'), mac.key('child/council')]);
    await mac.key('event/missing');
    expect(labels).toEqual(['safeguarding/v1/derive/event/missing', 'safeguarding/v1/derive/child/council']);
    const { Mac } = await clients().client.send(
      new GenerateMacCommand({ KeyId: root, MacAlgorithm: 'HMAC_SHA_256', Message: Buffer.from(labels[0]!) }),
    );
    expect(key).toEqual(derived(Mac!, 'event/missing'));
    expect(key).not.toEqual(Buffer.from(Mac!));
    expect(createHmac('sha256', key!).update('x').digest()).toHaveLength(32);
  });

  it('are refused in words while the root is switched off, and asked for again after', async () => {
    const root = await hmacKey();
    const { client } = clients();
    await client.send(new DisableKeyCommand({ KeyId: root }));
    await expect(kmsMac(client, root).key('child/council')).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('Look whether it is enabled'),
    });
  });
});
