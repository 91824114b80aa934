import type { Extract } from '../../api/shapes.ts';

/** The extracts of each agency, in the order in which the API names them. */
export function byAgency(extracts: readonly Extract[]): { title: string; extracts: Extract[] }[] {
  const titles = [...new Set(extracts.map((extract) => extract.agency_title))];
  return titles.map((title) => ({ title, extracts: extracts.filter((extract) => extract.agency_title === title) }));
}
