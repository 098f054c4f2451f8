import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: { include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/e2e/**', 'test/bench/**'], restoreMocks: true, testTimeout: 30_000 },
});
