import { type Day, type Month, endsQuarter, lastDay, monthOf } from './calendar.ts';
import { contacts, policeContacts } from './contacts.ts';
import type { City } from './city.ts';
import { COHORT_BEGINS } from './cohort-size.ts';
import { type Spell, exploitation } from './exploitation.ts';
import { type Episode, missing } from './missing.ts';
import { type Notice, notices } from './notices.ts';
import { type Plan, protection } from './protection.ts';
import { type Contact, type Referral, referrals } from './referrals.ts';

/** Everything that happens in a month, and how things stand at its end where it ends a quarter. */
export interface MonthOfEvents {
  month: Month;
  /** The last day that the files may know of. */
  upTo: Day;
  /** The last month of all. */
  current: boolean;
  notices: Notice[];
  contacts: Contact[];
  referrals: Referral[];
  episodes: Episode[];
  spells: Spell[];
  plans: Plan[];
}

/** A year before the first file, so that children of April 2022 have a past. */
const HISTORY_BEGINS = monthOf(2021, 4);
/**
 * The city's history, month after month, until `today`. A month is drawn whole from (seed, stream, month) and from the months before it, never from
 * those after: so a later day repeats it, and the files cut the current month at `upTo`.
 */
export function* history(city: City, until: Month, today: Day): Generator<MonthOfEvents> {
  const plans = protection(city);
  const cohort = exploitation(city, plans);
  const nextNotices = notices(city);
  const nextReferrals = referrals(city);
  const nextContacts = contacts(city);
  const nextEpisodes = missing(city, cohort);
  for (let month = HISTORY_BEGINS; month <= until; month++) {
    const noticesOfMonth = nextNotices(month);
    const police = policeContacts(noticesOfMonth);
    const referralsOfMonth = nextReferrals(month, police);
    plans.begin(month);
    const episodes = nextEpisodes(month);
    const positioned = endsQuarter(month) && month >= COHORT_BEGINS;
    yield {
      month,
      upTo: Math.min(today, lastDay(month)),
      current: month === until,
      notices: noticesOfMonth,
      contacts: nextContacts(month, police, referralsOfMonth),
      referrals: referralsOfMonth,
      episodes,
      spells: positioned ? cohort.position(month) : [],
      plans: positioned ? plans.plans() : [],
    };
  }
}
