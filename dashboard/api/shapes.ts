import type { z } from 'zod';
import type * as schemas from '../../functions/api/schemas.ts';

export type Snapshot = z.infer<typeof schemas.Snapshot>;
export type Kpi = z.infer<typeof schemas.Kpi>;
export type KpiSummary = z.infer<typeof schemas.KpiSummary>;
export type Series = z.infer<typeof schemas.Series>;
export type Signal = z.infer<typeof schemas.Signal>;
export type Trend = z.infer<typeof schemas.Trend>;
export type TrendPoint = z.infer<typeof schemas.TrendPoint>;
export type SplitTrend = z.infer<typeof schemas.SplitTrend>;
export type SeriesRow = z.infer<typeof schemas.SeriesRow>;
export type Grain = z.infer<typeof schemas.Grain>;
export type Status = z.infer<typeof schemas.Status>;
export type Listed = z.infer<typeof schemas.Listed>;
export type Extract = z.infer<typeof schemas.Extract>;
export type Quality = z.infer<typeof schemas.Quality>;
export type Submission = z.infer<typeof schemas.Submission>;
export type SubmissionDetail = z.infer<typeof schemas.SubmissionDetail>;
export type Lineage = z.infer<typeof schemas.Lineage>;
export type Overlaps = z.infer<typeof schemas.Overlaps>;
export type Curve = z.infer<typeof schemas.Curve>;
export type Flow = z.infer<typeof schemas.Flow>;
export type Reason = z.infer<typeof schemas.Reason>;

/** A row, with what was judged of it where that was asked. */
export type Row = SeriesRow & Partial<Pick<TrendPoint, 'unusual'>>;

/** What the words and charts need of a KPI. */
export type Measured = Pick<Kpi, 'title' | 'unit' | 'measure' | 'better'>;
