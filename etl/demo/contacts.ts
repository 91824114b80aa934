import { type Month, daysOfEvents } from './calendar.ts';
import type { City } from './city.ts';
import { anyChild } from './draw.ts';
import { type Notice, TRIAGE_BEGAN, isSentOn } from './notices.ts';
import { numbered } from './numbers.ts';
import type { Child } from './people.ts';
import { pick, random } from './random.ts';
import { type Contact, type Referral, otherSource } from './referrals.ts';

const WEEK = [0.3, 1.25, 1.2, 1.15, 1.15, 1.1, 0.4];

/** The contacts that the month's notices became: before triage every one on its day, since then those sent on, on the day of triage. */
export function policeContacts(rows: Notice[]): Contact[] {
  const sent = rows.filter((notice) => notice.created < TRIAGE_BEGAN || isSentOn(notice));
  return sent
    .map(({ child, triaged, created }) => ({
      id: '',
      child,
      day: triaged ?? created,
      source: '6',
      referral: false,
    }))
    .toSorted((a, b) => a.day - b.day);
}

/** All contacts of one month after the other, in order of date: the police's, those behind other referrals, and the rest. */
export function contacts(city: City): (month: Month, police: Contact[], referred: Referral[]) => Contact[] {
  const { seed, people, plan } = city;
  let known: Child[] = [];
  let serial = 0;
  return (month, police, referred) => {
    const r = random(seed, 'contacts', month);
    const behind = referred
      .filter(({ source }) => source !== '6')
      .map(({ child, day, source }) => ({ id: '', child, day, source, referral: true }));
    const rest: Contact[] = [];
    for (const day of daysOfEvents(r, month, WEEK, Math.max(0, plan(month).others - behind.length))) {
      const again = known.length > 0 && r() < 0.3 ? pick(r, known) : undefined;
      const child = again && day - again.born < 6500 ? again : anyChild(r, people, month, day);
      if (child) rest.push({ id: '', child, day, source: otherSource(r), referral: false });
    }
    known = [...rest.map(({ child }) => child), ...known].slice(0, rest.length * 8);
    const all = [...police, ...behind, ...rest].toSorted((a, b) => a.day - b.day);
    for (const contact of all) contact.id = numbered('C', ++serial);
    return all;
  };
}
