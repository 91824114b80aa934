// The items of OWASP ASVS, from their one place, and as docs/security.md lists them.
import { read } from './claims.ts';

export const STATUSES = ['met', 'partly', 'live', 'not', 'not-applicable'] as const;

export interface Item {
  id: string;
  level: 1 | 2 | 3;
  item: string;
  status: (typeof STATUSES)[number];
  tests?: string[];
  why?: string;
}

export const { items } = JSON.parse(read('docs/asvs.json')) as { items: Item[] };

/** Every requirement of levels 1 and 2, as the standard numbers them. */
const standard = JSON.parse(read('tests/docs/asvs-5.0.0.json')) as {
  requirements: Record<string, number>;
  levels: Record<'1' | '2', string>;
};
export const perChapter = standard.requirements;
export const levelOf = new Map(
  (['1', '2'] as const).flatMap((level) => standard.levels[level].split(' ').map((id) => [id, Number(level)])),
);

export const chapterOf = ({ id }: Pick<Item, 'id'>) => id.split('.')[0]!;

const CHAPTERS = [
  'Encoding and cleaning',
  'Validation and business rules',
  'Pages in a browser',
  'API',
  'Files',
  'Signing in',
  'Sessions',
  'Who may what',
  'Tokens',
  'OpenID Connect',
  'Cryptography',
  'Transport',
  'Configuration',
  'Data protection',
  'Code and packages',
  'Logs and errors',
  'WebRTC',
];

const HEADING = '## ASVS 5.0.0, levels 1 and 2';

/** The section of docs/security.md: what applies, by chapter, each with its tests or with what stands in their place. */
export function section(): string {
  const count = (status: Item['status']) => items.filter((item) => item.status === status && item.level < 3).length;
  const numbers = STATUSES.map((status) => `${count(status)} ${status}`).join(', ');
  const lines = [
    HEADING,
    '',
    `Of ${levelOf.size} requirements: ${numbers}. Made from [asvs.json](asvs.json), which also says why what is left out here does not apply, by \`npx tsx tests/docs/write.ts\`.`,
  ];
  for (const [i, title] of CHAPTERS.entries()) {
    const here = items.filter((item) => chapterOf(item) === String(i + 1) && item.status !== 'not-applicable');
    if (here.length > 0) lines.push('', `### V${i + 1} ${title}`, '', ...here.map(lineOf));
  }
  return lines.join('\n');
}

function lineOf({ id, level, item, status, tests = [], why }: Item): string {
  const said = status === 'met' ? '' : ` **${status}**: ${why}.`;
  return `- **${id}** (L${level}) ${item}.${said} ${tests.map((test) => `\`${test}\``).join(', ')}`.trimEnd();
}

/** A text with its section as it is to be. */
export const withSection = (text: string): string => `${text.split(HEADING)[0]!.trimEnd()}\n\n${section()}\n`;
