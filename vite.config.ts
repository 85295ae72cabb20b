import { defineConfig } from 'vite';

/** What every build of the project shares; scripts/build.ts says what is built. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  publicDir: false,
});
