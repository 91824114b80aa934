import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../../functions/chromium.ts';
import { bareServer } from '../browser/bare-page.ts';
import { firstChart } from '../browser/first-chart.ts';
import { repaints } from '../browser/repaint.ts';
import { sizes } from '../browser/sizes.ts';
import { askAt } from '../../signed-in.ts';
import { type Line, seconds } from '../report.ts';
import { median, run } from '../run.ts';
import { inFolder, type Settings } from '../settings.ts';

const COMMAND = fileURLToPath(new URL('../../../functions/cli/safeguarding.js', import.meta.url));
const KPI = '/measures/missing-episodes';
const PAGES = [
  { path: '/', picture: '.sparkline', target: 'at most 1.0 s' },
  { path: KPI, picture: '.chart-frame svg', target: 'at most 1.5 s' },
  { path: '/missing', picture: '.chart-frame svg', target: 'at most 1.5 s' },
];

/** The dashboard of the demo, on its own server, in a browser. */
export async function pages(settings: Settings): Promise<Line[]> {
  const browser = await launchChromium().catch(() => undefined);
  if (!browser) {
    console.error('Skipped: the pages. No browser was found.');
    return [];
  }
  try {
    return await inFolder(settings.scratch, (folder) => measured(settings, folder, browser));
  } finally {
    await browser.close();
  }
}

async function measured({ scratch, children, years, visits }: Settings, folder: string, browser: Browser) {
  const [sent, data] = [join(folder, 'sent'), join(folder, 'data')];
  const demo = ['demo', '--out', sent, '--children', String(children), ...(years ? ['--years', years] : [])];
  for (const words of [demo, ['land', sent, '--data', data], ['build', '--data', data]])
    await run(scratch, 'command', { words }, `the pages: ${words[0]}`);
  const server = await served(data);
  try {
    return [
      ...(await firstCharts(browser, server.url, visits)),
      ...(await filtered(browser, server.url, visits)),
      size(),
    ];
  } finally {
    await server.close();
  }
}

/** The server, in a process of its own as people run it. */
async function served(data: string) {
  const server = spawn(process.execPath, [COMMAND, 'start', '--port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let url: string | undefined;
  for await (const line of createInterface(server.stdout)) {
    url = /^Dashboard: (.*)/.exec(line)?.[1];
    if (url) break;
  }
  if (!url) throw new Error('The server ended before it listened.');
  return { url, close: () => (server.kill(), once(server, 'close')) };
}

/** Pages and the bare page in turns, so that a slow second hits all. The first turn, in which the server warms up, does not count. */
async function firstCharts(browser: Browser, url: string, visits: number): Promise<Line[]> {
  const answer = await askAt(`${url}/api/kpis`);
  const packed = new Response(answer.body!.pipeThrough(new CompressionStream('gzip')));
  const bare = await bareServer({ script: sizes().overview, answer: (await packed.arrayBuffer()).byteLength });
  const ours = PAGES.map(({ path, picture }) => [url + path, picture, url] as const);
  const all = [...ours, [bare.url, 'svg', undefined] as const];
  const took: number[][] = all.map(() => []);
  for (let i = 0; i <= visits; i++)
    for (const [n, [address, picture, at]] of all.entries()) {
      const ms = await firstChart(browser, address, picture, at);
      if (i > 0) took[n]!.push(ms);
    }
  bare.close();
  const least = median(took.at(-1)!);
  return PAGES.map(({ path, target }, n) => ({
    what: `${path}, first chart`,
    took: seconds(median(took[n]!)),
    bare: seconds(least),
    ratio: median(took[n]!) / least,
    target,
    notes: `CPU x4, 9 Mbit/s, 60 ms; from ${spread(took[n]!)}; ${load()}`,
  }));
}

async function filtered(browser: Browser, url: string, visits: number): Promise<Line[]> {
  const lines: Line[] = [];
  for (const path of [KPI, '/missing'])
    for (const cpu of [1, 4]) {
      const { first, again } = await repaints(browser, url + path, cpu, visits);
      for (const [what, took] of [['', first] as const, [' seen before', again] as const])
        lines.push({
          what: `${path}, filter${what}, CPU x${cpu}`,
          took: seconds(median(took)),
          target: 'at most 100 ms',
          notes: `from ${spread(took)}; ${load()}`,
        });
    }
  return lines;
}

function size(): Line {
  const { overview, charts } = sizes();
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  return {
    what: 'scripts of the overview, and of charts, packed',
    took: `${kB(overview)}, ${kB(charts)}`,
    target: 'at most 45 kB, 105 kB',
  };
}

const spread = (took: number[]) => `${seconds(Math.min(...took))} to ${seconds(Math.max(...took))}`;
const load = () => `load ${loadavg()[0]!.toFixed(1)}`;
