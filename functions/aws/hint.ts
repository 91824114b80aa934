/** What may stand in a message: an event of S3, as EventBridge tells it, or what the reconciler found. */
interface Message {
  key?: unknown;
  detail?: { bucket?: { name?: unknown }; object?: { key?: unknown } };
}

/**
 * The key that a message hints at; undefined where it is of another bucket, or makes no sense. It says where to look and nothing else:
 * what is there is read anew, so a message that is doubled, late, out of order or forged changes nothing.
 */
export function hintedKey(body: string, bucket: string): string | undefined {
  const { key, detail } = parsed(body);
  if (typeof key === 'string') return key;
  const there = detail?.object?.key;
  return detail?.bucket?.name === bucket && typeof there === 'string' ? there : undefined;
}

function parsed(body: string): Message {
  try {
    return Object(JSON.parse(body)) as Message;
  } catch {
    return {};
  }
}
