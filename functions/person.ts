import { SafeguardingError } from '../etl/errors.ts';
import type { Partnership } from '../etl/partnership.ts';
import { type Known, personBy } from '../etl/vault/person.ts';
import type { Deed } from './api/audit/entry.ts';
import { record } from './api/audit/record.ts';

/** Who is meant, by what one agency calls them. It is an identifier: kept nowhere, and told to nobody. */
export interface Asked {
  agency: string;
  local_id: string;
}

type Doing = Omit<Deed, 'target' | 'decision'>;

/**
 * All references of a person. Whoever looks and finds nobody is recorded as denied; who is found, by whoever asked, before it is told.
 * @throws SafeguardingError as `personBy`; (unavailable) where the record cannot be written
 */
export const found = (p: Partnership, deed: Doing, { agency, local_id }: Asked): Promise<Known[]> =>
  orDenied(p, deed, personBy(p, agency, local_id));

/** What a look finds; one that is refused is recorded. */
export const orDenied = <T>(p: Partnership, deed: Doing, looking: Promise<T>): Promise<T> =>
  looking.catch(async (error: unknown) => {
    if (error instanceof SafeguardingError)
      await record(p, { ...deed, target: 'nobody who could be found', decision: 'denied' });
    throw error;
  });
