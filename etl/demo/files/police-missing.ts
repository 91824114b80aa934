import { AgencyFile } from '../agency-file.ts';
import { clock, firstDay, iso, monthInYear, yearOf } from '../calendar.ts';
import { written } from '../faults.ts';
import { type Episode, dayOfMinute } from '../missing.ts';
import { policeId } from '../numbers.ts';
import { type Random, random } from '../random.ts';
import type { Writer } from './file.ts';

const HEADER =
  'episode_id,person_urn,surname,forename,dob,sex,home_postcode,missing_from,reported_at,returned_at,risk_grade';
const BYTE_ORDER_MARK = '\ufeff';

const local = (minute: number) => `${iso(dayOfMinute(minute))}T${clock(minute % 1440)}`;

function cells(r: Random, episode: Episode, upTo: number): string[] {
  const { child } = episode;
  const row = written(r, child, dayOfMinute(episode.reported), 0.95);
  const quiet = r() < 0.2;
  return [
    episode.id,
    policeId(child.number),
    row.surname,
    row.forename,
    row.born === null ? '' : iso(row.born),
    child.girl ? 'Female' : 'Male',
    row.postcode,
    quiet ? episode.from.toLowerCase() : episode.from,
    local(episode.reported),
    dayOfMinute(episode.returned) <= upTo ? local(episode.returned) : '',
    episode.risk,
  ];
}

/** Missing episodes: one file a month, with those still open from earlier months first. */
export function policeMissing(seed: number): Writer {
  let open: Episode[] = [];
  return ({ month, upTo, episodes }) => {
    const r = random(seed, 'police-missing', month);
    const file = new AgencyFile(BYTE_ORDER_MARK + HEADER);
    for (const episode of [...open, ...episodes]) {
      if (dayOfMinute(episode.reported) > upTo) break;
      file.add(r, cells(r, episode, upTo), { key: 0, date: 8, code: 10 });
    }
    const next = firstDay(month + 1);
    open = [...open, ...episodes].filter(({ returned }) => dayOfMinute(returned) >= next);
    const name = `missing_${yearOf(month)}_${String(monthInYear(month)).padStart(2, '0')}.csv`;
    return [{ extract: 'police-missing', name, content: file.text }];
  };
}
