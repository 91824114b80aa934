import type { KpiTable } from '../../snapshots/log.ts';
import type { KpiSides } from './sides.ts';

/** A KPI that is defined otherwise than before. */
export interface DefinitionChange {
  kpi: string;
  change: 'added' | 'removed' | 'changed';
  /** What of it: `query`, or parts of its header, such as `denominator`. Empty unless changed. */
  parts: string[];
  was: string | null;
  now: string | null;
}

/** KPIs that are new, gone, or of which the query or a part of the header is another one. */
export const definitionChanges = (sides: readonly KpiSides[]): DefinitionChange[] =>
  sides.flatMap(({ kpi, was, now }): DefinitionChange[] => {
    const texts = { was: was?.table.header.definition ?? null, now: now?.table.header.definition ?? null };
    if (!was || !now) return [{ kpi, change: now ? 'added' : 'removed', parts: [], ...texts }];
    const parts = partsChanged(was.table, now.table);
    return parts.length > 0 ? [{ kpi, change: 'changed', parts, ...texts }] : [];
  });

/** The parts in which two versions of a KPI differ. */
export function partsChanged(was: KpiTable, now: KpiTable): string[] {
  const names = [...new Set([...Object.keys(was.header), ...Object.keys(now.header)])] as (keyof KpiTable['header'])[];
  const parts = names.filter((name) => JSON.stringify(was.header[name]) !== JSON.stringify(now.header[name]));
  return was.sql === now.sql ? parts : ['query', ...parts];
}

/** Parts of a header that say something about the figures without making them. */
const ABOUT = [
  'title',
  'question',
  'priority',
  'catalogue',
  'owner',
  'definition',
  'published',
  'chart',
  'better',
  'nature',
];

/** Whether figures may be others because the KPI is. */
export const countsOtherwise = (was: KpiTable, now: KpiTable): boolean =>
  partsChanged(was, now).some((part) => !ABOUT.includes(part));
