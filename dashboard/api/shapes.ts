import type { z } from 'zod';
import type * as changes from '../../functions/api/schemas/changes.ts';
import type * as curves from '../../functions/api/schemas/curves.ts';
import type * as decisions from '../../functions/api/schemas/decisions.ts';
import type * as extracts from '../../functions/api/schemas/extracts.ts';
import type * as flow from '../../functions/api/schemas/flow.ts';
import type * as funnel from '../../functions/api/schemas/funnel.ts';
import type * as kpis from '../../functions/api/schemas/kpis.ts';
import type * as lineage from '../../functions/api/schemas/lineage.ts';
import type * as overlaps from '../../functions/api/schemas/overlaps.ts';
import type * as quality from '../../functions/api/schemas/quality.ts';
import type * as releases from '../../functions/api/schemas/releases.ts';
import type * as series from '../../functions/api/schemas/series.ts';
import type * as session from '../../functions/api/schemas/session.ts';
import type * as snapshot from '../../functions/api/schemas/snapshot.ts';
import type * as lists from '../../functions/api/schemas/lists.ts';
import type * as submissions from '../../functions/api/schemas/submissions.ts';
import type * as trend from '../../functions/api/schemas/trend.ts';
import type * as uploads from '../../functions/api/schemas/uploads.ts';
import type * as unusualParts from '../../functions/api/schemas/unusual-parts.ts';

export type Changes = z.infer<typeof changes.Changes>;
export type Me = z.infer<typeof session.Me>;
export type Snapshot = z.infer<typeof snapshot.Snapshot>;
export type Kpi = z.infer<typeof kpis.Kpi>;
export type KpiSummary = z.infer<typeof kpis.KpiSummary>;
export type Series = z.infer<typeof series.Series>;
export type Signal = z.infer<typeof trend.Signal>;
export type Trend = z.infer<typeof trend.Trend>;
export type TrendPoint = z.infer<typeof trend.TrendPoint>;
export type SplitTrend = z.infer<typeof trend.SplitTrend>;
export type SeriesRow = z.infer<typeof series.SeriesRow>;
export type Grain = z.infer<typeof series.Grain>;
export type Status = z.infer<typeof series.Status>;
export type Listed = z.infer<typeof decisions.Listed>;
export type Extract = z.infer<typeof extracts.Extract>;
export type Quality = z.infer<typeof quality.Quality>;
export type Submission = z.infer<typeof submissions.Submission>;
export type SubmissionDetail = z.infer<typeof submissions.SubmissionDetail>;
export type Upload = z.infer<typeof uploads.Upload>;
export type List = z.infer<typeof lists.List>;
export type ListAsked = z.input<typeof lists.ListAsked>;
export type UnusualParts = z.infer<typeof unusualParts.UnusualParts>;
export type Lineage = z.infer<typeof lineage.Lineage>;
export type Overlaps = z.infer<typeof overlaps.Overlaps>;
export type Curve = z.infer<typeof curves.Curve>;
export type Funnel = z.infer<typeof funnel.Funnel>;
export type Flow = z.infer<typeof flow.Flow>;
export type Released = z.infer<typeof releases.Released>;
export type Reason = z.infer<typeof submissions.Reason>;

/** A row, with what was judged of it where that was asked. */
export type Row = SeriesRow & Partial<Pick<TrendPoint, 'unusual' | 'year_before'>>;

/** What the words and charts need of a KPI. */
export type Measured = Pick<Kpi, 'title' | 'unit' | 'measure' | 'better'>;
