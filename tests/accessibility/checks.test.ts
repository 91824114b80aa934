// The checks themselves: each finds the fault it is for, and none in a page without one.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { describe, it, launch, visit } from '../journeys/browser.ts';
import { axe } from './checks/axe.ts';
import { faint } from './checks/contrast.ts';
import { figures } from './checks/figures.ts';
import { forcedColours } from './checks/forced-colours.ts';
import { keyboard } from './checks/keyboard.ts';
import { liveRegions } from './checks/live-regions.ts';
import { names } from './checks/names.ts';
import { outline } from './checks/outline.ts';
import { print } from './checks/print.ts';
import { reflow, reflowSpaced, zoomed } from './checks/reflow.ts';
import { rowHeads } from './checks/row-heads.ts';
import { shapes } from './checks/shapes.ts';
import { targets } from './checks/targets.ts';
import { tips } from './checks/tips.ts';
import { words } from './checks/words.ts';
import { GOOD_PAGE } from './good-page.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launch();
  ({ page } = await visit(browser, 'about:blank'));
});
afterAll(() => browser?.close());

const WIDE = '<p style="width: 900px">Wide</p></main>';
const NARROW_BOX = 'style="width: 6em; height: 1.5em; overflow: hidden; white-space: nowrap"';

const TABLE = /class="region"([^]*?)<table>([^]*?)<th scope="row">([^]*?)<td>/;
const SCROLLED = 'style="overflow: auto; width: 250px" $1<table>';
const LONG = 'padding-right: 400px';
const STICKS = 'position: sticky; left: 0';

/** What a check must find, in a page where one thing was put in the place of another. */
type Case = [found: RegExp, one: string | RegExp, other: string];
const CASES: [string, (page: Page) => Promise<string[]>, Case[]][] = [
  [
    'axe',
    axe,
    [
      [/button-name/, 'aria-label="What is an episode?">?<', '><'],
      [/color-contrast/, '<h1>', '<h1 style="color: #aaaaaa">'],
      [
        /not looked at by a person yet: .*color-contrast/,
        '<h1>',
        '<h1 style="background: linear-gradient(#fff, #eee)">',
      ],
    ],
  ],
  [
    'faint',
    faint,
    [
      [/"Missing" has a contrast of 2\.\d+, not 4\.5/, '<h1>', '<h1 style="color: #aaaaaa">'],
      [/path in worse has a contrast of 2\.\d+, not 3/, '--c-worse: #c2410c', '--c-worse: #f69a5c'],
      [/"May" has a contrast of 3\.\d+, not 4\.5/, '<text class="better"', '<text fill="#888888"'],
    ],
  ],
  [
    'figures',
    figures,
    [
      [/has no words/, 'aria-describedby="finding"', ''],
      [/a picture without a name/, 'role="img" tabindex="0" aria-labelledby="episodes"', 'role="img" tabindex="0"'],
      [/has no table/, 'class="as-table"', ''],
      [/has no heading/, '<h2 id="episodes">Missing episodes</h2>', '<p id="episodes">Missing episodes</p>'],
      [/is read out mark by mark/, 'class="plot" aria-hidden="true"', 'class="plot"'],
      [/draws 2 points, its table holds 2: May 2025: 12 and May 2025: 13/, '<td>12</td>', '<td>13</td>'],
    ],
  ],
  [
    'forcedColours',
    forcedColours,
    [
      [/dark: worse is drawn in rgb\(194, 65, 12\)/, '--c-worse: CanvasText', '--c-worse: #c2410c'],
      [/light: worse cannot be seen/, '--c-worse: CanvasText', '--c-worse: Canvas'],
    ],
  ],
  [
    'keyboard',
    keyboard,
    [
      [/Tab visits/, '<a href="/missing">', '<a href="/missing" tabindex="1">'],
      [/Tab visits/, '<summary>', '<summary onfocus="this.blur()">'],
      [/shows no focus/, 'outline: 3px solid #801650', 'outline: none'],
      [/leads to BODY|leads to A/, "document.querySelector('main').focus()", ''],
      [/is covered/, '</main>', '<div style="position: fixed; inset: 0; background: #fff"></div></main>'],
    ],
  ],
  [
    'liveRegions',
    liveRegions,
    [
      [/3 live regions/, '</main>', '<p role="status"></p></main>'],
      [/1 regions that interrupt/, 'aria-live="polite"', 'aria-live="assertive"'],
      [/1 animations/, '<h1>', '<style>@keyframes x { to { opacity: 0.9 } }</style><h1 style="animation: x 9s">'],
    ],
  ],
  [
    'names',
    names,
    [
      [/"Overview" leads to 2 places/, '>Missing</a>', '>Overview</a>'],
      [/is named "Next"/, '<a href="/glossary">', '<a href="/glossary" aria-label="Next">'],
      [/without a name/, '>Glossary</a>', '></a>'],
    ],
  ],
  [
    'outline',
    outline,
    [
      [/0 h1/, '<h1>Missing</h1>', ''],
      [/h3 after h1/, '<h2 id="episodes">Missing episodes</h2>', '<h3 id="episodes">Missing episodes</h3>'],
      [/the title begins "Found"/, '<title>Missing', '<title>Found'],
      [/the language is "en"/, 'lang="en-GB"', 'lang="en"'],
      [/a nav without a name/, ' aria-label="About"', ''],
      [/two elements with the id finding/, '<footer>', '<footer id="finding">'],
      [/no scheme of colours/, 'color-scheme: light', ''],
    ],
  ],
  [
    'print',
    print,
    [
      [/"Missing episodes" is not printed/, '@media print {', '@media print { h2 { display: none; }'],
      [/"Wide" is printed beside the sheet/, '</main>', '<p style="margin-left: 650px; width: 90px">Wide</p></main>'],
    ],
  ],
  [
    'reflow',
    reflow,
    [
      [/px wider than the screen/, '</main>', WIDE.replace('900', '2000')],
      [/cuts off what is in it/, '<h1>', `<h1 ${NARROW_BOX}>Children who are reported missing: `],
      [/cuts off what is below/, '<h1>', '<h1 style="height: 10px; overflow: hidden">'],
      [/scrolls without a name/, '<table>', '<div style="overflow: auto; width: 40px"><table>'],
    ],
  ],
  ['reflowSpaced', reflowSpaced, [[/cuts off/, '<h1>', '<h1 style="width: 4.2em; overflow: hidden">']]],
  ['zoomed', zoomed, [[/at 200%: .* wider than the screen/, '</main>', WIDE]]],
  [
    'rowHeads',
    rowHeads,
    [
      [/out of sight/, TABLE, `${SCROLLED}$2<th scope="row">$3<td style="${LONG}">`],
      [
        /is squeezed/,
        TABLE,
        `${SCROLLED}$2<th scope="row" style="${STICKS}; max-width: 20px; overflow: hidden">Children, $3<td style="${LONG}; min-width: 500px">`,
      ],
      [
        /leaves little room/,
        TABLE,
        `${SCROLLED}$2<th scope="row" style="${STICKS}; min-width: 170px">$3<td style="${LONG}">`,
      ],
      [
        /is covered/,
        TABLE,
        `${SCROLLED}$2<th scope="row" style="${STICKS}; width: 80px">$3<td style="${LONG}; position: relative">`,
      ],
    ],
  ],
  [
    'shapes',
    shapes,
    [
      [/"better" looks like "worse"/, /<circle cx="8".*?class="tick".*?\/>/, '<path d="M8 1 15 14H1Z"/>'],
      [/"worse" has no words/, '</svg> Worse than usual', '</svg>'],
      [/have one shape/, '<path class="worse" d="M100 10l5 10h-10Z"/>', '<circle class="worse" cx="90" cy="9" r="4"/>'],
    ],
  ],
  [
    'targets',
    targets,
    [[/"\?" is \d+ by 20 px/, '<button', '<button style="min-height: 0; height: 20px; min-width: 0; padding: 0"']],
  ],
  [
    'tips',
    tips,
    [
      [/tells something to those who hover/, '<h1>', '<h1 title="Children">'],
      [/is to be dragged/, '<h1>', '<h1 draggable="true">'],
      [/stays open after Escape/, 'id="means" popover>', 'id="means" popover="manual">'],
      [/does not open by a key/, '<button class="term"', '<button class="term" onkeydown="return false"'],
    ],
  ],
  [
    'words',
    words,
    [
      [/nothing says what RHI is/, 'the return home interview', 'a talk'],
      [/nothing says what XYZ is/, '20 episodes', '20 XYZ'],
      [/a sentence of 31 words/, '20 episodes', Array(25).fill('very').join(' ')],
      [/it says "assurance"/, '20 episodes', '20 assurance'],
    ],
  ],
];

describe.each(CASES)('the check %s', (_, check, cases) => {
  const faultsIn = async (html: string) => {
    await page.setContent(html);
    return (await check(page)).join('\n');
  };

  it('finds nothing in a page without a fault', async () => {
    expect(await faultsIn(GOOD_PAGE)).toBe('');
  });

  it.each(cases)('finds %s', async (found, one, other) => {
    const broken = GOOD_PAGE.replace(one, other);
    expect(broken).not.toBe(GOOD_PAGE);
    expect(await faultsIn(broken)).toMatch(found);
  });
});
