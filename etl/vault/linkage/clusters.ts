/** One reference of an agency. Two stable ones of the same agency are never the same child. */
export interface Reference {
  ref: string;
  agency: string;
  stable: boolean;
}

/** Groups of references that stand for one child each: a union-find that refuses to merge two stable ids of one agency. */
export class Clusters {
  private readonly parent = new Map<string, string>();
  private readonly stableOf = new Map<string, Map<string, string>>();

  constructor(references: readonly Reference[]) {
    for (const { ref, agency, stable } of references) {
      this.parent.set(ref, ref);
      this.stableOf.set(ref, new Map(stable ? [[agency, ref]] : []));
    }
  }

  private root(ref: string): string {
    let at = ref;
    while (this.parent.get(at) !== at) {
      const up = this.parent.get(at)!;
      this.parent.set(at, this.parent.get(up)!);
      at = up;
    }
    return at;
  }

  merge(a: string, b: string): 'merged' | 'already' | 'conflict' {
    const [left, right] = [this.root(a), this.root(b)];
    if (left === right) return 'already';
    const [into, from] = [this.stableOf.get(left)!, this.stableOf.get(right)!];
    for (const agency of from.keys()) if (into.has(agency)) return 'conflict';
    for (const [agency, ref] of from) into.set(agency, ref);
    this.stableOf.delete(right);
    this.parent.set(right, left);
    return 'merged';
  }

  groups(): string[][] {
    const groups = new Map<string, string[]>();
    for (const ref of this.parent.keys()) {
      const root = this.root(ref);
      const group = groups.get(root);
      if (group) group.push(ref);
      else groups.set(root, [ref]);
    }
    return [...groups.values()];
  }
}
