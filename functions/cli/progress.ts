import type { Progress } from '../../etl/progress.ts';

const QUIET_MS = 1000;
const TERMINAL_EVERY_MS = 100;
const FILE_EVERY_MS = 2000;

export interface ProgressLine {
  show: Progress;
  /** Clears the line, before something else is printed. */
  end(): void;
}

/** Tells on stderr how far long work is, from its second second on: a line rewritten in a terminal, a line now and then elsewhere. */
export function progressLine(out: NodeJS.WriteStream = process.stderr): ProgressLine {
  const began = Date.now();
  const every = out.isTTY ? TERMINAL_EVERY_MS : FILE_EVERY_MS;
  let [last, open] = [0, false];
  return {
    show(done, total, doing) {
      const now = Date.now();
      if (now - began < QUIET_MS || now - last < every) return;
      last = now;
      const text = `${doing} ${done}/${total}`;
      out.write(out.isTTY ? `\r\x1b[2K${text.slice(0, out.columns - 1)}` : `${text}\n`);
      open = Boolean(out.isTTY);
    },
    end() {
      if (open) out.write('\r\x1b[2K');
      open = false;
    },
  };
}
