/** What a workbook may hold at most. An agency's own is far below: the largest sample has 12 parts and 1 MB. */
export const LIMITS = {
  parts: 200,
  partBytes: 50 * 1024 * 1024,
  totalBytes: 200 * 1024 * 1024,
  /** How many times larger a part may be than it is packed. Below `ratioFrom` bytes a part can do no harm. */
  ratio: 100,
  ratioFrom: 1024 * 1024,
  /** Blank rows between two that are not: more is a stray cell far below the table. */
  blankRows: 1000,
};

/** What reading one workbook may take, after which the worker is stopped. */
export const WORKER_LIMITS = { seconds: 30, heapMegabytes: 384 };
export type WorkerLimits = typeof WORKER_LIMITS;
