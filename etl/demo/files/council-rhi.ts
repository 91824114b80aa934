import { AgencyFile } from '../agency-file.ts';
import { clock, endsQuarter, firstDay, monthInFinancialYear, uk } from '../calendar.ts';
import { type Interview, interview } from '../interviews.ts';
import { type Episode, dayOfMinute } from '../missing.ts';
import { councilId } from '../numbers.ts';
import { random } from '../random.ts';
import { quarterName } from './annex-a.ts';
import type { Writer } from './file.ts';

const HEADER = 'Child Unique ID,Police episode ref,Returned,RHI offered,RHI accepted,RHI completed';

const local = (minute: number) => `${uk(dayOfMinute(minute))} ${clock(minute % 1440)}`;
const yesNo = (yes: boolean) => (yes ? 'Y' : 'N');

function cells({ episode, offered, accepted, completed }: Interview, knownUpTo: number): string[] {
  const done = completed !== null && dayOfMinute(completed) <= knownUpTo ? local(completed) : '';
  return [councilId(episode.child.number), episode.id, local(episode.returned), yesNo(offered), yesNo(accepted), done];
}

/** Return home interviews: one file a quarter, by date of return. The council sends a quarter once its interviews are in. */
export function councilRhi(seed: number): Writer {
  let away: Episode[] = [];
  return ({ month, upTo, current, episodes }) => {
    away.push(...episodes);
    if (!endsQuarter(month) && !current) return [];
    const r = random(seed, 'council-rhi', quarterName(month));
    const file = new AgencyFile(HEADER);
    const quarterEnds = firstDay(month - (monthInFinancialYear(month) % 3) + 3) - 1;
    const knownUpTo = upTo < quarterEnds ? upTo : Infinity;
    const back = away
      .filter(({ returned }) => dayOfMinute(returned) <= upTo)
      .toSorted((a, b) => a.returned - b.returned);
    for (const episode of back) {
      const row = interview(seed, episode);
      if (row) file.add(r, cells(row, knownUpTo), { key: 1, date: 2, code: 3 });
    }
    away = away.filter(({ returned }) => dayOfMinute(returned) > upTo);
    return [{ extract: 'council-rhi', name: `RHI_${quarterName(month)}.csv`, content: file.text }];
  };
}
