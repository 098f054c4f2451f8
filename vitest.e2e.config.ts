import { defineConfig } from 'vitest/config';

/**
 * Browser tests: built extension, real browsers. One browser a file, its tests one after the other. The limits are there for
 * what never comes: a busy machine may take ten times as long as an idle one.
 */
export default defineConfig({
  resolve: { alias: { '~': import.meta.dirname } },
  test: {
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: ['test/e2e/support/builds.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
  },
});
