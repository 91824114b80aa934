import type { Sealed } from './entry.ts';
import { BEGINNING, isSealed } from './seal.ts';

export type Fault = 'edited' | 'dropped' | 'inserted' | 'reordered' | 'forked' | 'cut off' | 'anchor' | 'unanchored';

/** What is wrong, and with which entry: of an inserted one, which it stands before. `to` where a run of entries is meant. */
export interface Finding {
  fault: Fault;
  seq: number;
  to?: number;
}

/** Every process sets an anchor within 64 entries of its own; those that race or are killed may leave a few more. */
const MOST_UNANCHORED = 128;

/** Takes entries in the order in which they stand, and says what is wrong with that. */
export class Chain {
  readonly findings: Finding[] = [];
  taken = 0;
  /** The number of the last entry that is as it was written, and its hash. */
  last = 0;
  #hash = BEGINNING;
  /** The last entry that is another than was written first. */
  #forked = -1;
  /** What stands since the last sound entry and is not as it was written: by the place it has, or else the number it gives itself. */
  #changed: (number | undefined)[] = [];
  /** Runs that are missing so far. */
  #gaps: { from: number; to: number }[] = [];
  readonly #key: Buffer | undefined;
  readonly #anchored: ReadonlyMap<number, ReadonlySet<string>>;

  constructor(key: Buffer | undefined, anchored: ReadonlyMap<number, ReadonlySet<string>>) {
    this.#key = key;
    this.#anchored = anchored;
  }

  take(entry: Partial<Sealed> | undefined, place?: number): void {
    this.taken += 1;
    if (!isSound(entry) || !isSealed(this.#key, entry)) this.#changed.push(place ?? entry?.seq);
    else if (entry.seq > this.last) this.#next(entry);
    else this.#earlier(entry.seq);
  }

  #next(entry: Sealed): void {
    const follows = this.#changed.length === 0 && entry.seq === this.last + 1;
    this.#settle(entry.seq);
    const anchored = this.#anchored.get(entry.seq);
    const another = anchored !== undefined && !(anchored.size === 1 && anchored.has(entry.hash));
    if (another || (follows && entry.prev !== this.#hash)) {
      // All that follow it are other ones too: the first says enough.
      if (this.#forked !== this.last) this.findings.push({ fault: 'forked', seq: entry.seq });
      this.#forked = entry.seq;
    }
    this.last = entry.seq;
    this.#hash = entry.hash;
  }

  #earlier(seq: number): void {
    const gap = this.#gaps.findIndex(({ from, to }) => from <= seq && seq <= to);
    if (gap === -1) {
      this.findings.push({ fault: 'inserted', seq: this.last + 1 });
      return;
    }
    const { from, to } = this.#gaps[gap]!;
    const left = [
      { from, to: seq - 1 },
      { from: seq + 1, to },
    ];
    this.#gaps.splice(gap, 1, ...left.filter((run) => run.from <= run.to));
    this.findings.push({ fault: 'reordered', seq });
  }

  /** Of what was changed before an entry, says what it stands in place of; what is left over was inserted, what is missing still is a gap. */
  #settle(next: number): void {
    const places = new Set(this.#changed.filter((n): n is number => n !== undefined && n > this.last && n < next));
    let over = this.#changed.length - places.size;
    for (let free = this.last + 1; over > 0 && free < next; free++)
      if (!places.has(free)) {
        places.add(free);
        over -= 1;
      }
    const edited = [...places].sort((a, b) => a - b);
    let from = this.last + 1;
    for (const seq of [...edited, next]) {
      if (from < seq) this.#gaps.push({ from, to: seq - 1 });
      if (seq < next) this.findings.push({ fault: 'edited', seq });
      from = seq + 1;
    }
    for (; over > 0; over--) this.findings.push({ fault: 'inserted', seq: next });
    this.#changed = [];
  }

  /** @param anchored the last entry of which an anchor tells */
  end(anchored: number): void {
    const beyond = Math.max(anchored, this.last + this.#changed.length) + 1;
    if (this.last - anchored > MOST_UNANCHORED)
      this.findings.push({ fault: 'unanchored', seq: anchored + 1, to: this.last });
    this.#settle(beyond);
    for (const { from, to } of this.#gaps)
      this.findings.push({ fault: to === beyond - 1 && from > this.last ? 'cut off' : 'dropped', seq: from, to });
  }
}

const isSound = (entry: Partial<Sealed> | undefined): entry is Sealed =>
  Number.isSafeInteger(entry?.seq) && entry!.seq! > 0 && typeof entry!.hash === 'string';
