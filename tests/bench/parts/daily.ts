import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { dailyHouse, days } from '../daily.ts';
import { type Line, seconds, whole } from '../report.ts';
import { run } from '../run.ts';
import { inFolder, type Settings } from '../settings.ts';

/** What one more file costs, after more history and less. */
export async function daily(settings: Settings): Promise<Line[]> {
  const lines: Line[] = [];
  for (const count of settings.history)
    lines.push(...(await inFolder(settings.scratch, (folder) => oneMoreDay(settings, folder, count))));
  return lines;
}

/** Files of so many days are landed and built; then three come one after the other: into the inbox, landed alone, built alone. */
async function oneMoreDay({ scratch, rowsADay }: Settings, folder: string, count: number): Promise<Line[]> {
  const [data, home, sent, later] = ['data', 'home', 'sent', 'later'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ];
  for (const path of [home, sent, later]) mkdirSync(path);
  dailyHouse(home);
  const made = days(count + 2, rowsADay).map(({ name, notices }, i) => ({
    notices,
    copy: join(folder, 'copy.csv'),
    agency: join(i < count ? sent : later, name),
  }));
  const what = `${whole(count)} daily files`;
  await run(scratch, 'generate', { files: made }, `making ${what}`);
  const place = { data, home };
  const landed = await run(scratch, 'land', { ...place, paths: [sent] }, `landing ${what}`);
  const built = await run(scratch, 'build', place, `building from ${what}`);
  const [dropped, alone] = made.slice(count).map((file) => file.agency) as [string, string];
  const shown = await run(scratch, 'drop', { ...place, file: dropped }, `one more file after ${what}`);
  const landedOne = await run(scratch, 'land', { ...place, paths: [alone] }, `landing one more after ${what}`);
  const builtOne = await run(scratch, 'build', place, `building one more after ${what}`);
  return [
    {
      what: `land ${what}`,
      took: seconds(landed.ms),
      peakMb: landed.peakMb,
      notes: `${(landed.ms / count).toFixed(1)} ms a file`,
    },
    { what: `build from ${what}`, took: seconds(built.ms), peakMb: built.peakMb },
    {
      what: `one more file after ${what}, until the API shows it`,
      took: seconds(shown.ms),
      target: 'at most 2 s',
      peakMb: shown.peakMb,
    },
    { what: `  landing it alone`, took: seconds(landedOne.ms), peakMb: landedOne.peakMb },
    { what: `  building it alone`, took: seconds(builtOne.ms), peakMb: builtOne.peakMb },
  ];
}
