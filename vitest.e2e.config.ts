import { defineConfig } from 'vitest/config';

/** Browser tests: built extension, real browsers. One browser a file, its tests one after the other. */
export default defineConfig({
  resolve: { alias: { '~': import.meta.dirname } },
  test: {
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: ['test/e2e/support/builds.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
