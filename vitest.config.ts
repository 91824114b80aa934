import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/scratch.ts',
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // What a page comes to show may take a slow machine some seconds.
    expect: { poll: { timeout: 10_000 } },
    // Two at once: a test file that builds a lake keeps both cores of a small machine busy.
    maxWorkers: 2,
    maxConcurrency: 3,
    // Its files import folders, which Node's own modules do not know.
    server: { deps: { inline: ['dt-sql-parser'] } },
  },
});
