import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/scratch.ts',
    // Versions of the AWS SDK from 2027 on need Node 22, of which it warns in each process; in AWS the functions run on 24. This switch
    // is its own (aws/aws-sdk-js-v3, issue 7983) and hides no other warning; the emulator and its functions inherit it.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
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
