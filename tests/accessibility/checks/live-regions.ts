import type { Page } from 'playwright-core';

/** What speaks of itself: at most two polite regions, and nothing that interrupts. */
export const liveRegions = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const regions = document.querySelectorAll(
      '[aria-live]:not([aria-live="off"]), [role="status"], [role="log"]',
    ).length;
    const loud = document.querySelectorAll('[aria-live="assertive"], [role="alert"]').length;
    // One without a length, which only waits before it shows something, moves nothing.
    const moves = (animation: Animation) => Number(animation.effect!.getComputedTiming().activeDuration) > 0;
    const moving = document.getAnimations().filter(moves).length;
    return [
      regions <= 2 ? '' : `${regions} live regions`,
      loud === 0 ? '' : `${loud} regions that interrupt`,
      moving === 0 ? '' : `${moving} animations are running`,
    ].filter(Boolean);
  });
