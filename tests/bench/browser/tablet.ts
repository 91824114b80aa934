import type { Browser, Page } from 'playwright-core';
import { signInBrowser } from '../../signed-in.ts';

/** How slow a machine and its network are. */
export interface Throttle {
  /** How many times slower than this machine. */
  cpu: number;
  network?: { mbit: number; latencyMs: number };
}

/** A tablet on a poor network, as the targets have it. */
export const POOR: Throttle = { cpu: 4, network: { mbit: 9, latencyMs: 60 } };

/** How long a browser makes ready parts of its own new window, its address bar for one, on processors that a page would then lack. */
const WINDOW_MS = 1_500;

/** Lets work see a page of a tablet held upright that has never been anywhere but where somebody signed in. */
export async function onTablet<T>(
  browser: Browser,
  throttle: Throttle,
  work: (page: Page) => Promise<T>,
  signedInAt?: string,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 820, height: 1180 }, locale: 'en-GB' });
  try {
    if (signedInAt) await signInBrowser(context, signedInAt);
    const page = await context.newPage();
    await page.waitForTimeout(WINDOW_MS);
    const session = await context.newCDPSession(page);
    if (throttle.network) {
      const bytesASecond = (throttle.network.mbit * 1e6) / 8;
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: throttle.network.latencyMs,
        downloadThroughput: bytesASecond,
        uploadThroughput: bytesASecond,
      });
    }
    await session.send('Emulation.setCPUThrottlingRate', { rate: throttle.cpu });
    return await work(page);
  } finally {
    await context.close();
  }
}
