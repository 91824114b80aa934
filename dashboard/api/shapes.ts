import type { z } from 'zod';
import type * as schemas from '../../functions/api/schemas.ts';

export type Snapshot = z.infer<typeof schemas.Snapshot>;
export type Kpi = z.infer<typeof schemas.Kpi>;
export type KpiSummary = z.infer<typeof schemas.KpiSummary>;
export type Series = z.infer<typeof schemas.Series>;
export type SeriesRow = z.infer<typeof schemas.SeriesRow>;
export type Grain = z.infer<typeof schemas.Grain>;
export type Status = z.infer<typeof schemas.Status>;
export type Extract = z.infer<typeof schemas.Extract>;
export type Quality = z.infer<typeof schemas.Quality>;
export type Submission = z.infer<typeof schemas.Submission>;
export type SubmissionDetail = z.infer<typeof schemas.SubmissionDetail>;
export type Reason = z.infer<typeof schemas.Reason>;

/** What the words and charts need of a KPI. */
export type Measured = Pick<Kpi, 'title' | 'unit' | 'measure' | 'better'>;
