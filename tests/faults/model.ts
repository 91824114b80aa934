// What submissions and snapshots should do, in as few words as it takes: the real pipeline is compared with this after each step.

export interface Sent {
  month: string;
  version: number;
  visits: number;
}

export class Model {
  /** The accepted file of each month that counts: the higher version, whatever came first. */
  readonly live = new Map<string, Sent>();
  /** What each published snapshot counts, by its number from 1. */
  readonly log: { live: Sent[]; madeFrom: string; between?: true }[] = [];
  private readonly accepted = new Set<string>();

  land(sent: Sent): 'accepted' | 'duplicate' {
    const id = JSON.stringify(sent);
    if (this.accepted.has(id)) return 'duplicate';
    this.accepted.add(id);
    const other = this.live.get(sent.month);
    if (!other || sent.version > other.version) this.live.set(sent.month, sent);
    return 'accepted';
  }

  /** Publishes what counts, unless the snapshot before was made from the same. */
  build(): void {
    const madeFrom = JSON.stringify(this.inOrder());
    if (this.log.at(-1)?.madeFrom !== madeFrom) this.log.push({ live: this.inOrder(), madeFrom });
  }

  /** An earlier snapshot again, under a new number, until something new has been landed. */
  rollback(n: number): void {
    this.log.push({ live: this.log[n - 1]!.live, madeFrom: this.log.at(-1)!.madeFrom });
  }

  /** Two workers may have published once or twice: what stood between is not known, the last is. */
  between(): void {
    this.log.splice(-1, 0, { ...this.log.at(-1)!, between: true });
  }

  inOrder(): Sent[] {
    return [...this.live.values()].sort((a, b) => a.month.localeCompare(b.month));
  }

  /** Visits by month, as readers of the last snapshot should see them. */
  visits(): [string, number][] {
    return (this.log.at(-1)?.live ?? []).map((sent) => [`2024-${sent.month}`, sent.visits]);
  }
}
