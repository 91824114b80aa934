import { readJson, type Store } from '../storage/store.ts';

/** Keeps who is who (reference to child) of one build. @returns the key to find it by */
export async function keepPeople(store: Store, id: string, children: ReadonlyMap<string, string>): Promise<string> {
  const key = `vault/people/${id}.json`;
  await store.put(key, JSON.stringify([...children]));
  return key;
}

/** Who is who of an earlier build. */
export async function readPeople(store: Store, key: string): Promise<Map<string, string>> {
  return new Map((await readJson<[string, string][]>(store, key)) ?? []);
}
