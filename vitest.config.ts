import { defineConfig, mergeConfig } from 'vitest/config';
import shared from './vite.config.ts';

/** Rooms whose tests drive a real browser; they run one file at a time. */
const IN_A_BROWSER = ['test/e2e/**/*.test.ts', 'test/**/gallery.test.ts'];

export default mergeConfig(
  shared,
  defineConfig({
    test: {
      projects: [
        {
          extends: true,
          test: {
            name: 'plain',
            include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
            exclude: IN_A_BROWSER,
            testTimeout: 30_000,
            hookTimeout: 60_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'browser',
            include: IN_A_BROWSER,
            fileParallelism: false,
            testTimeout: 120_000,
            hookTimeout: 120_000,
            expect: { poll: { timeout: 15_000 } },
            globalSetup: ['test/support/build-once.ts'],
          },
        },
      ],
    },
  }),
);
