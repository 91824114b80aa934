// Linear and integer programming by HiGHS, which is WebAssembly in one package. Nothing else here knows of it.
import highsModule, { type Highs } from 'highs';

export interface Column {
  cost: number;
  lower: number;
  upper: number;
}

export interface Row {
  terms: [column: number, coefficient: number][];
  lower: number;
  upper: number;
}

export interface Programme {
  columns: Column[];
  rows: Row[];
  /** Whether only whole numbers will do. */
  whole: boolean;
}

/** Solves a programme: the values of its columns at the least cost, or null when there is none. */
export type Solver = (programme: Programme) => number[] | null;

/** Node loads a module whose default is the loader; its types describe the CommonJS build, where the default is one level down. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

/** No limit of time, which would make the answer depend on the machine; one of branches, after which there is no answer. */
const OPTIONS = { output_flag: false, random_seed: 0, mip_max_nodes: 20_000 };

/** A solver of its own. Solving is synchronous and gives the same answer to the same programme. */
export async function loadSolver(): Promise<Solver> {
  const highs = await loadHighs();
  return (programme) => solve(highs, programme);
}

function solve(highs: Highs, { columns, rows, whole }: Programme): number[] | null {
  const { continuous, integer } = highs.constants.variableType;
  const terms = rows.flatMap((row) => row.terms);
  let next = 0;
  const model = highs.createModel({
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map((c) => c.cost),
    colLower: columns.map((c) => c.lower),
    colUpper: columns.map((c) => c.upper),
    rowLower: rows.map((r) => r.lower),
    rowUpper: rows.map((r) => r.upper),
    integrality: columns.map(() => (whole ? integer : continuous)),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns.length,
      starts: [0, ...rows.map((row) => (next += row.terms.length))],
      indices: terms.map(([column]) => column),
      values: terms.map(([, coefficient]) => coefficient),
    },
  });
  try {
    model.options.set(OPTIONS);
    model.run();
    return model.getModelStatus() === highs.constants.modelStatus.optimal ? [...model.getSolution().colValue] : null;
  } finally {
    model.dispose();
  }
}
