import { GenerateMacCommand, type KMSClient } from '@aws-sdk/client-kms';
import { SafeguardingError } from '../errors.ts';
import { derived, type Mac } from './mac.ts';

const REFUSED =
  "The partnership's key for references cannot be used. Look whether it is enabled and whether this function's role may use it, and try again.";

/**
 * Keys derived from an HMAC key that never leaves KMS: one call a purpose for as long as the process lives, none for each row.
 * What KMS gives is a function of the label alone, so every process derives the same.
 * @param keyId an HMAC_256 key's id or ARN
 */
export function kmsMac(client: KMSClient, keyId: string): Mac {
  const known = new Map<string, Promise<Buffer>>();
  const derive = async (purpose: string) => {
    const label = Buffer.from(`safeguarding/v1/derive/${purpose}`);
    const command = new GenerateMacCommand({ KeyId: keyId, MacAlgorithm: 'HMAC_SHA_256', Message: label });
    const { Mac: mac } = await client.send(command).catch(() => {
      throw new SafeguardingError('unavailable', REFUSED);
    });
    return derived(mac!, purpose);
  };
  return {
    key(purpose) {
      const key = known.get(purpose) ?? derive(purpose);
      known.set(purpose, key);
      key.catch(() => known.delete(purpose)); // asked again next time
      return key;
    },
  };
}
