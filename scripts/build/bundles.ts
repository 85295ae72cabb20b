import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import shared from '../../vite.config.ts';
import { ROOT } from './paths.ts';

/** The pages that a person opens; each folder holds an index.html. */
const PAGES = ['popup', 'options'];

const COMMON = {
  ...shared,
  configFile: false,
  root: ROOT,
  base: './',
  logLevel: 'warn',
} satisfies InlineConfig;

/** Pages with their shared chunks and styles. */
export async function bundlePages(outDir: string): Promise<void> {
  await build({
    ...COMMON,
    build: {
      outDir,
      emptyOutDir: true,
      // The helper for preloading would put document.* into shared chunks.
      modulePreload: false,
      rolldownOptions: { input: PAGES.map((page) => join(ROOT, page, 'index.html')) },
    },
  });
}

/** The background as one file: a worker in Chromium, an event page in Firefox. */
export async function bundleBackground(outDir: string): Promise<void> {
  await bundleScript('background/main.ts', outDir, 'background');
}

/** A script that exports nothing, in one file; `entry` is relative to the project's root. */
export async function bundleScript(entry: string, outDir: string, fileName: string): Promise<void> {
  await build({
    ...COMMON,
    build: {
      outDir,
      emptyOutDir: false,
      modulePreload: false,
      rolldownOptions: {
        input: join(ROOT, entry),
        output: { codeSplitting: false, entryFileNames: `${fileName}.js` },
      },
    },
  });
}

/** The core for Node and for other tools. */
export async function bundleCore(outDir: string): Promise<void> {
  await build({
    ...COMMON,
    build: {
      outDir,
      emptyOutDir: false,
      minify: true,
      lib: { entry: join(ROOT, 'src/index.ts'), formats: ['es'], fileName: () => 'index.js' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
}
