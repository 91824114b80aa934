// Small tables to protect: counts by line and column with every total.
import type { Model } from '../../etl/disclosure/model.ts';

/** A model of a table of counts with its totals, and counts of 1 to `sensitive` withheld. */
export function tableModel(counts: number[][], sensitive = 5): Model {
  const sum = (ns: number[]) => ns.reduce((a, b) => a + b, 0);
  const full = [...counts, counts[0]!.map((_, c) => sum(counts.map((line) => line[c]!)))].map((line) => [
    ...line,
    sum(line),
  ]);
  const width = full[0]!.length;
  const cells = full.flatMap((line, r) =>
    line.map((value, c) => ({
      id: `${r},${c}`,
      value,
      shown: true,
      least: 1 as const,
      sensitive: value > 0 && value <= sensitive,
    })),
  );
  const relation = (parts: number[], total: number) => ({
    terms: [...parts.map((i) => [i, 1] as [number, number]), [total, -1] as [number, number]],
    least: 0,
    most: 0,
  });
  const places = (n: number) => Array.from({ length: n }, (_, i) => i);
  const relations = [
    ...full.map((_, r) =>
      relation(
        places(width - 1).map((c) => r * width + c),
        r * width + width - 1,
      ),
    ),
    ...places(width).map((c) =>
      relation(
        places(full.length - 1).map((r) => r * width + c),
        (full.length - 1) * width + c,
      ),
    ),
  ];
  return { cells, relations };
}
