// A file on its way: announced, put where the API says, and followed until it is landed.
import type { Submission, Upload } from './shapes.ts';
import { get, post } from './client.ts';

/** What is said of a file before it is sent. */
interface Announced {
  extract: string;
  period?: string;
}

const LOOK_MS = 1_000;

const hexOf = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Sends a file. @param onProgress the part of it that is sent, from 0 to 1
 * @returns the id by which it is followed
 * @throws Error with what the API said was wrong, in words fit for the page
 */
export async function send(file: File, said: Announced, onProgress: (part: number) => void): Promise<string> {
  const sha256 = hexOf(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  const announced = { ...said, file: file.name, size: file.size, sha256 };
  const { id, put: address } = JSON.parse(await post('/uploads', announced)) as {
    id: string;
    put: { url: string; headers: Record<string, string> };
  };
  await put(address, file, onProgress);
  return id;
}

/** Waits until an upload is landed, or cannot be. @returns undefined when nobody waits any more */
export async function landed(id: string, stop: AbortSignal): Promise<Upload | undefined> {
  while (!stop.aborted) {
    const upload = JSON.parse((await get(`/uploads/${id}`, stop)).text) as Upload;
    if (upload.state !== 'waiting') return upload;
    await new Promise((then) => setTimeout(then, LOOK_MS));
  }
  return undefined;
}

/** What became of a submission: whether its file was taken in. */
export const outcomeOf = async (submission: string, stop: AbortSignal): Promise<Submission['outcome']> =>
  (JSON.parse((await get(`/submissions/${submission}`, stop)).text) as Submission).outcome;

/** Waits until a submission is in the figures. @returns the number of the snapshot; undefined when nobody waits any more */
export async function counted(submission: string, stop: AbortSignal): Promise<number | undefined> {
  while (!stop.aborted) {
    const { text, snapshot } = await get(`/submissions/${submission}`, stop);
    if ((JSON.parse(text) as { counts: boolean }).counts) return snapshot;
    await new Promise((then) => setTimeout(then, LOOK_MS));
  }
  return undefined;
}

/** Only this kind of request tells how much is sent. */
function put(
  { url, headers }: { url: string; headers: Record<string, string> },
  file: File,
  onProgress: (part: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total);
    request.onload = () => (request.status < 300 ? resolve() : reject(new Error(whyNot(request))));
    request.onerror = () => reject(new Error('The file could not be sent. Check the connection, then try again.'));
    request.send(file);
  });
}

function whyNot({ responseText }: XMLHttpRequest): string {
  try {
    return (JSON.parse(responseText) as { detail: string }).detail;
  } catch {
    return 'The file did not arrive. Try again.';
  }
}
