import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { SafeguardingError } from '../etl/errors.ts';

/** Where Debian puts Chromium. */
export const INSTALLED = '/usr/bin/chromium';
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'];

/**
 * A browser without a window: Debian's Chromium if it is there, else the one that npm brings.
 * @throws SafeguardingError (usage) that says what to install when there is none
 */
export async function launchChromium(): Promise<Browser> {
  try {
    const { chromium } = await import('playwright-core');
    const executablePath = existsSync(INSTALLED)
      ? INSTALLED
      : await (await import('@sparticuz/chromium')).default.executablePath();
    return await chromium.launch({ executablePath, args: ARGS });
  } catch {
    throw new SafeguardingError(
      'usage',
      'There is no browser to make a PDF with. Install Chromium ("apt-get install chromium"), or the packages of development ("npm ci").',
    );
  }
}
