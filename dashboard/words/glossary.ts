/** A word of the pages that a reader may not know. `id` is its place on the glossary page. */
export interface Term {
  id: string;
  term: string;
  means: string;
}

/** Every term, in the order of the alphabet. */
export const GLOSSARY: readonly Term[] = [
  {
    id: 'consultation',
    term: 'Consultation',
    means: 'Asking a young person open to MACE what they think. It is due every eight weeks.',
  },
  {
    id: 'cp-plan',
    term: 'Child protection plan (CPP)',
    means:
      'The plan that a child protection conference makes for a child who is suffering, or likely to suffer, significant harm.',
  },
  {
    id: 'cin',
    term: 'Child in need (CIN)',
    means:
      'A child who needs services of the council to reach or keep a reasonable standard of health or development, or who is disabled (section 17 of the Children Act 1989).',
  },
  {
    id: 'concern',
    term: 'Concern',
    means:
      'Begins with a police notice, a contact or a referral about a child. What any agency sends within 14 days of that first event belongs to it.',
  },
  {
    id: 'contact',
    term: 'Contact',
    means:
      "A message to the council's front door about a child, from anybody, before it is decided whether it becomes a referral.",
  },
  {
    id: 'denominator',
    term: 'Numerator and denominator',
    means: 'The two numbers behind a rate: 88 of 398 is 22.1%. The first is the numerator, the second the denominator.',
  },
  {
    id: 'extract',
    term: 'Extract',
    means: 'One kind of file that an agency sends regularly, such as the police notices of each month.',
  },
  {
    id: 'ehc',
    term: 'EHC plan',
    means: 'Education, health and care plan: what a child with special educational needs must be given, by law.',
  },
  {
    id: 'exploitation',
    term: 'Exploitation',
    means:
      'Somebody takes advantage of a child, sexually (CSE) or to commit crimes (CCE), often in exchange for something.',
  },
  {
    id: 'final',
    term: 'Final, provisional, incomplete',
    means:
      'Final: all records are in. Provisional: late records may still change it. Incomplete: data for part of the period, or for the months it looks back to, have not been sent.',
  },
  {
    id: 'front-door',
    term: 'Front door',
    means:
      'Where the council receives concerns about children, and decides what to do about each; in many places this is a Multi-Agency Safeguarding Hub (MASH).',
  },
  {
    id: 'kpi',
    term: 'KPI',
    means: 'Key performance indicator: a figure that the partnership follows over time, always counted the same way.',
  },
  {
    id: 'mace',
    term: 'MACE',
    means:
      'Multi-Agency Child Exploitation: the meetings in which agencies share what they know of children at risk of exploitation, and agree what each does.',
  },
  {
    id: 'mash',
    term: 'MASH',
    means:
      'Multi-Agency Safeguarding Hub: people of several agencies in one team who share what they know when a concern about a child comes in.',
  },
  {
    id: 'median',
    term: 'Median',
    means: 'The middle one, when all are put in order: half are lower and half are higher.',
  },
  {
    id: 'missing',
    term: 'Missing episode',
    means:
      'From the time a child is reported missing to the police until the child is found or returns. One child can have several.',
  },
  { id: 'nfa', term: 'NFA', means: 'No further action: triage decided that nothing more is needed from the notice.' },
  {
    id: 'at-risk',
    term: 'Number at risk',
    means: 'In a curve over time: how many were still followed on that day and had not had the event before.',
  },
  { id: 'points', term: 'Points', means: 'How far a percentage moved: from 20% to 23% is up 3 points.' },
  {
    id: 'position',
    term: 'Position',
    means:
      'A count as at one day, such as all children open to MACE on 31 March. Between two positions nothing is known.',
  },
  {
    id: 'ppn',
    term: 'PPN',
    means:
      'Police Protection Notice: what the police write when they have a concern about a child. One notice can name several children.',
  },
  {
    id: 'rfm',
    term: 'Risk level',
    means:
      'What the agency itself recorded: standard, medium or high on a police notice; low, medium or high on the exploitation tracker.',
  },
  {
    id: 'referral',
    term: 'Referral',
    means: "A request to children's social care that they look at whether a child needs help or protection.",
  },
  {
    id: 're-referral',
    term: 'Re-referral',
    means: 'A referral of a child who was referred before, within the 12 months before.',
  },
  {
    id: 'rhi',
    term: 'RHI',
    means:
      'Return home interview: the talk that a child is offered by somebody independent after being missing, within 72 hours of coming back.',
  },
  {
    id: 'rolling',
    term: 'Rolling 12 months',
    means: 'The 12 months up to and including the month shown. Each figure shares 11 months with the one before.',
  },
  { id: 'sen', term: 'SEN support', means: 'Extra help in school for special educational needs, without an EHC plan.' },
  {
    id: 'snapshot',
    term: 'Snapshot',
    means:
      'All figures made at one time from the files received until then. Each has a number, and an earlier one can be looked at again.',
  },
  {
    id: 'status',
    term: 'Better or worse than usual',
    means:
      "The latest final figure is outside what this KPI's own past would lead us to expect. Or it is part of a run of figures on one side of the average or in one direction. Otherwise there is no real change.",
  },
  {
    id: 'target',
    term: 'Target',
    means: 'A value that the partnership agreed to reach, with the day from which it holds and who decided it.',
  },
  {
    id: 'triage',
    term: 'Triage',
    means:
      'The daily reading of police notices, in which it is decided what becomes of each. It began on 1 September 2024.',
  },
  {
    id: 'usual',
    term: 'Usual range',
    means:
      'Where nearly all figures fall while nothing about the process changes: the average and, on both sides, 2.66 times the average move from one period to the next.',
  },
  {
    id: 'upn',
    term: 'UPN',
    means: 'Unique pupil number: the number by which schools and the council know a pupil.',
  },
  {
    id: 'upset',
    term: 'Combination',
    means:
      'Which of several lists a child is on at once. Each child is in exactly one combination, so combinations add up to all children.',
  },
];
