export interface Gate {
  /** Waits, for the first so many; the others go through. */
  pass(): Promise<void>;
  /** Settles once so many wait. */
  full: Promise<void>;
  /** How many have waited. */
  stood(): number;
  open(): void;
}

/** Holds the first so many that come until it is opened. */
export function gate(places: number): Gate {
  let stood = 0;
  let open = () => {};
  let fill = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  const full = new Promise<void>((resolve) => (fill = resolve));
  const pass = async () => {
    if (stood === places) return;
    stood += 1;
    if (stood === places) fill();
    await opened;
  };
  return { pass, full, stood: () => stood, open };
}
