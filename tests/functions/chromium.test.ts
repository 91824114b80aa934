import { expect, it } from 'vitest';

import { INSTALLED, launchChromium } from '../../functions/chromium.ts';
import { describe } from '../journeys/browser.ts';

const nowhere = async () => ({ executablePath: '/nowhere/chromium' });

it('says what to install, and what else can be done, where no browser starts', async () => {
  await expect(launchChromium([nowhere])).rejects.toThrow(/Install Chromium .* Or open the page "Board pack"/);
});

describe('where there is one', () => {
  it('goes on to the next browser when one does not start', async () => {
    const browser = await launchChromium([nowhere, async () => ({ executablePath: INSTALLED })]);
    expect(browser.isConnected()).toBe(true);
    await browser.close();
  });
});
