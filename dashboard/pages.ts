/** The code of every page but the overview, which is there from the start. Each arrives when it is wanted. */
export const PAGES = {
  accessibility: () => import('./pages/Accessibility.tsx'),
  audit: () => import('./pages/Audit.tsx'),
  board: () => import('./pages/Board.tsx'),
  changes: () => import('./pages/Changes.tsx'),
  decisions: () => import('./pages/Decisions.tsx'),
  glossary: () => import('./pages/Glossary.tsx'),
  measures: () => import('./pages/Measures.tsx'),
  quality: () => import('./pages/Quality.tsx'),
  receipts: () => import('./pages/Receipts.tsx'),
  receipt: () => import('./pages/Receipt.tsx'),
  measure: () => import('./pages/Measure.tsx'),
  priority: () => import('./pages/Family.tsx'),
};

/** What draws the charts; a page of a KPI or a priority has some. */
export const charts = () => import('./charts/plots.ts');
