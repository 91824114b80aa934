import type { Finding } from './chain.ts';
import type { Anchor } from './entry.ts';
import { isSealedAnchor } from './seal.ts';
import { type Placed, parsed } from './sources.ts';

/** Anchors overlap where processes raced, so that one may tell of entries before those of the one before it: of no more than these. */
const OVERLAP = 256;

/** The hashes that anchors tell, read as far as the entries are. */
export class Anchors {
  /** By the number of the entry. More than one where anchors contradict each other. */
  readonly hashes = new Map<number, Set<string>>();
  readonly findings: Finding[] = [];
  /** The last entry of which an anchor tells. */
  last = 0;
  readonly #batches: AsyncIterator<Placed[]>;
  readonly #key: Buffer | undefined;

  constructor(batches: AsyncIterable<Placed[]>, key: Buffer | undefined) {
    this.#batches = batches[Symbol.asyncIterator]();
    this.#key = key;
  }

  /** Reads on until all that tell of an entry are known. */
  async readUpTo(seq: number): Promise<void> {
    while (this.last < seq + OVERLAP) {
      const { value, done } = await this.#batches.next();
      if (done) return;
      for (const { text, place } of value) this.#take(parsed<Anchor>(text), place);
    }
  }

  #take(anchor: Partial<Anchor> | undefined, place: number | undefined): void {
    if (!isSound(anchor) || !isSealedAnchor(this.#key, anchor)) {
      this.findings.push({ fault: 'anchor', seq: place ?? this.last + 1 });
      return;
    }
    for (const [i, hash] of anchor.hashes.entries()) {
      const seq = anchor.from + i;
      this.hashes.set(seq, (this.hashes.get(seq) ?? new Set()).add(hash));
      this.last = Math.max(this.last, seq);
    }
  }

  /** Lets go of what no later entry asks for. */
  forget(seq: number): void {
    for (const known of this.hashes.keys()) {
      if (known > seq) return;
      this.hashes.delete(known);
    }
  }
}

const isSound = (anchor: Partial<Anchor> | undefined): anchor is Anchor =>
  Number.isSafeInteger(anchor?.from) && Array.isArray(anchor?.hashes);
