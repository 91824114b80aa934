import { AgencyFile } from '../agency-file.ts';
import { type Day, dayOf, iso } from '../calendar.ts';
import { written } from '../faults.ts';
import { upn } from '../numbers.ts';
import type { Child, People } from '../people.ts';
import { type Random, random, shuffle } from '../random.ts';
import type { DemoFile } from './file.ts';

const HEADER = 'UPN,Surname,Forename,DateOfBirth,Gender,Ethnicity,Postcode,URN,SENprovision,FSMeligible';
const THURSDAY = 4;

interface Census {
  name: string;
  day: Day;
}

const thursday = (year: number, month: number, which: number): Day => {
  const first = dayOf(year, month, 1);
  return first + ((THURSDAY - ((first + 4) % 7) + 7) % 7) + 7 * (which - 1);
};

/** The school census days of a year: the third Thursday of January and of May, the first of October. */
const censuses = (year: number): Census[] => [
  { name: `census_${year}_spring`, day: thursday(year, 1, 3) },
  { name: `census_${year}_summer`, day: thursday(year, 5, 3) },
  { name: `census_${year}_autumn`, day: thursday(year, 10, 1) },
];

/** How old a child was when its school year began, on 31 August. Reception begins at four, year 11 at fifteen. */
function ageAtStart(born: Day, day: Day): number {
  const date = iso(day);
  const year = Number(date.slice(0, 4)) - (date.slice(5) > '08-31' ? 0 : 1);
  const birth = iso(born);
  return year - Number(birth.slice(0, 4)) - (birth.slice(5) > '08-31' ? 1 : 0);
}

/** One in 70 is taught at home or in a school that sends nothing. */
const onRoll = (child: Child, day: Day) => {
  if (child.born > day || child.number % 70 === 0) return false;
  const age = ageAtStart(child.born, day);
  return age >= 4 && age <= 15;
};

/** Made-up school numbers: primary schools to 80, then secondary. */
const school = (child: Child, day: Day) =>
  ageAtStart(child.born, day) < 11 ? 900_001 + (child.family.children[0]!.number % 80) : 900_081 + (child.number % 15);

function cells(r: Random, child: Child, day: Day): string[] {
  const row = written(r, child, day, 0.992);
  return [
    upn(child.number),
    row.surname,
    row.forename,
    iso(row.born ?? child.born),
    child.girl ? 'F' : 'M',
    child.family.background.council,
    row.postcode,
    String(school(child, day)),
    child.sen,
    String(child.family.hardship > 0.28),
  ];
}

function censusFile(seed: number, people: People, { name, day }: Census): DemoFile {
  const r = random(seed, 'education-roll', name);
  const pupils = people.families.flatMap((family) => family.children.filter((child) => onRoll(child, day)));
  const file = new AgencyFile(HEADER);
  for (const child of shuffle(r, pupils)) file.add(r, cells(r, child, day), { key: 0, date: 3, code: 8 });
  return { extract: 'education-roll', name: `${name}.csv`, content: file.text };
}

/** The roll at the latest census, which replaces all before it: every pupil, not only children known to other agencies. */
export function educationRoll(seed: number, people: People, today: Day): DemoFile[] {
  const year = Number(iso(today).slice(0, 4));
  const past = [...censuses(year - 1), ...censuses(year)].filter(({ day }) => day <= today);
  return past.slice(-1).map((census) => censusFile(seed, people, census));
}
